using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Updates;

/// <summary>The tables of the updates.</summary>
internal sealed class UpdateMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<CatalogUpdate>().ToTable("workflow_updates").Property(u => u.Edit).IsConcurrencyToken();
        model.Entity<ConcernedResource>().ToTable("workflow_update_resources").HasKey(r => new { r.UpdateId, r.ResourceId });
        model.Entity<UpdateStep>().ToTable("workflow_update_steps");
        model.Entity<FollowedLaw>().ToTable("workflow_followed_laws").HasKey(l => new { l.LawId, l.ChangedOn, l.Purpose });
    }
}
