using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Disputes.Viewing;

namespace Qingdan.Workflow.Disputes;

/// <summary>Registers what belongs to disputes.</summary>
internal static class DisputeSetup
{
    public static IServiceCollection AddDisputes(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, DisputeMap>().AddAuditActions(typeof(DisputeAudit)).AddAuditWords<DisputeState>(DisputeAudit.Kind, s => s.Text())
        .AddScoped<RaiseDispute>().AddScoped<MoveDispute>().AddScoped<ShowDispute>().AddScoped<ITodoSource, DisputeTodos>()
        .AddNav(Menu.Demands, "争议处理", "/workflow/disputes", "chat-square-text", Roles.Business);
}

/// <summary>The tables of the disputes.</summary>
internal sealed class DisputeMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Dispute>().ToTable("workflow_disputes").Property(d => d.Edit).IsConcurrencyToken();
        model.Entity<DisputeStep>().ToTable("workflow_dispute_steps");
    }
}
