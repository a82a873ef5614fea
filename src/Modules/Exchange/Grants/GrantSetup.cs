using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Grants.Viewing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Contracts;

namespace Qingdan.Exchange.Grants;

/// <summary>Registers grants.</summary>
internal static class GrantSetup
{
    public static IServiceCollection AddGrants(this IServiceCollection services) => services
        .AddAuditActions(typeof(GrantAudit)).AddAuditWords<GrantState>(GrantAudit.Kind, s => s.Text()).AddAuditWords<SuspendedBy>(GrantAudit.Kind, s => s.Text())
        .AddScoped<ICaseListener, FollowCase>().AddScoped<IDutyHolder, GrantDuties>().AddScoped<IJobHandler, SupplyMounted>().AddScoped<MoveGrant>().AddScoped<SuspendGrant>().AddScoped<BindApplication>().AddScoped<UseRegionally>().AddScoped<IRegularWork, AnnounceEnds>().AddScoped<LimitGrant>().AddScoped<FindGrants>()
        .AddNav(Menu.Sharing, "共享授权", "/exchange/grants", "key", Roles.Business);

    public static void MapGrants(this IEndpointRouteBuilder routes)
    {
        routes.MapGrantPages();
        routes.MapGrantApi();
    }
}
