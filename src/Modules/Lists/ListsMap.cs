using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Demands.Files;
using Qingdan.Lists.Demands.Importing;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Impacts;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Lists.Responsibilities.Rules;
using Qingdan.Lists.Reviews;
using Qingdan.Platform.Database;

namespace Qingdan.Lists;

/// <summary>The tables of the three lists.</summary>
internal sealed class ListsMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Entry>().ToTable("lists_entries").Property(e => e.Edit).IsConcurrencyToken();
        model.Entity<EntryItem>().ToTable("lists_entry_items").HasKey(i => new { i.EntryId, i.Place });
        model.Entity<EntryChange>().ToTable("lists_changes");
        model.Entity<ChangeRule>().ToTable("lists_change_rules");
        model.Entity<Negative>().ToTable("lists_negatives").Property(n => n.Edit).IsConcurrencyToken();
        model.Entity<NegativeItem>().ToTable("lists_negative_items");
        model.Entity<Demand>().ToTable("lists_demands").Property(d => d.Edit).IsConcurrencyToken();
        model.Entity<DemandItem>().ToTable("lists_demand_items");
        model.Entity<BasketRow>().ToTable("lists_basket").HasKey(b => new { b.PersonId, b.ResourceId });
        model.Entity<DemandFile>().ToTable("lists_demand_files");
        model.Entity<DemandImport>().ToTable("lists_demand_imports").Property(i => i.Edit).IsConcurrencyToken();
        model.BuildRepeats();
        model.BuildReviews();
        model.BuildImpacts();
        model.Entity<GenerationRun>().ToTable("lists_generations");
    }
}
