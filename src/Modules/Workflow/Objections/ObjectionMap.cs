using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Objections;

/// <summary>The tables of the objections.</summary>
internal sealed class ObjectionMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Objection>().ToTable("workflow_objections").Property(o => o.Edit).IsConcurrencyToken();
        model.Entity<ContestedItem>().ToTable("workflow_objection_items").HasKey(i => new { i.ObjectionId, i.ItemId });
        model.Entity<ObjectionProof>().ToTable("workflow_objection_proofs");
        model.Entity<ObjectionStep>().ToTable("workflow_objection_steps");
        model.Entity<ToldUnit>().ToTable("workflow_told_units");
    }
}
