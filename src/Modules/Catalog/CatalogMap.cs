using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Items.Prose;
using Qingdan.Catalog.Meanings;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search.Saved;
using Qingdan.Catalog.Similar;
using Qingdan.Catalog.Systems;
using Qingdan.Catalog.Systems.Planning;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog;

/// <summary>The catalogue's tables.</summary>
internal sealed class CatalogMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Resource>().ToTable("catalog_resources").Property(r => r.Edit).IsConcurrencyToken();
        model.Entity<Item>().ToTable("catalog_items");
        model.Entity<ProseRefusal>().ToTable("catalog_prose_refusals").HasKey(r => r.ResourceId);
        model.Entity<ResourceDraft>().ToTable("catalog_drafts").HasKey(d => d.ResourceId);
        model.Entity<ResourceVersion>().ToTable("catalog_versions");
        model.Entity<ImportBatch>().ToTable("catalog_imports").Property(b => b.Edit).IsConcurrencyToken();
        model.Entity<ImportRow>().ToTable("catalog_import_rows");
        model.Entity<ImportChange>().ToTable("catalog_import_changes");
        model.Entity<InformationSystem>().ToTable("catalog_systems").Property(s => s.Edit).IsConcurrencyToken();
        model.Entity<PlannedResource>().ToTable("catalog_system_plans");
        model.Entity<PlanCheck>().ToTable("catalog_system_checks");
        model.Entity<Duty>().ToTable("catalog_duties").Property(d => d.Edit).IsConcurrencyToken();
        model.Entity<DutyLink>().ToTable("catalog_duty_links").HasKey(l => new { l.DutyId, l.Target, l.TargetId });
        model.Entity<SavedSearch>().ToTable("catalog_saved_searches");
        model.Entity<KeptMapping>().ToTable("catalog_import_mappings");
        model.BuildSimilar();
        model.BuildMeanings();
    }
}
