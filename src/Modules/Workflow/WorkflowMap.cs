using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Letters;

namespace Qingdan.Workflow;

/// <summary>The tables of the cases.</summary>
internal sealed class WorkflowMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Case>().ToTable("workflow_cases").Property(c => c.Edit).IsConcurrencyToken();
        model.Entity<CaseStep>().ToTable("workflow_steps");
        model.Entity<CaseAnswer>().ToTable("workflow_answers").HasKey(a => new { a.CaseId, a.ItemId });
        model.Entity<Disposal>().ToTable("workflow_disposals").HasKey(d => d.CaseId);
        model.Entity<KeptLetter>().ToTable("workflow_letters");
        model.Entity<Clock>().ToTable("workflow_clocks");
        model.Entity<ClockPause>().ToTable("workflow_pauses");
    }
}
