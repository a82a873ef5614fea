using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Notices;

/// <summary>The tables of notices.</summary>
internal sealed class NoticeMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Notice>().ToTable("workflow_notices");
        model.Entity<Follow>().ToTable("workflow_follows").HasKey(f => new { f.PersonId, f.SubjectKind, f.SubjectId });
        model.Entity<ClockWarning>().ToTable("workflow_warnings").HasKey(w => new { w.ClockId, w.Code, w.DueOn });
    }
}
