using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Applications.Viewing;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Applications;

/// <summary>Registers applications.</summary>
internal static class ApplicationSetup
{
    public static IServiceCollection AddApplications(this IServiceCollection services) => services
        .AddAuditActions(typeof(ApplicationAudit)).AddAuditWords<ApplicationState>(ApplicationAudit.Kind, s => s.Text())
        .AddScoped<AskForAccess>().AddScoped<AskForChange>().AddScoped<DecideAccess>().AddScoped<EndAccess>().AddScoped<RotateSecret>().AddScoped<MoveApplication>().AddScoped<FindApplications>().AddScoped<IDemoPart, ApplicationDemo>()
        .AddNav(Menu.Sharing, "接入应用", "/exchange/applications", "plug", Roles.Business);

    public static void MapApplications(this IEndpointRouteBuilder routes)
    {
        routes.MapApplicationPages();
        routes.MapApplicationApi();
    }
}
