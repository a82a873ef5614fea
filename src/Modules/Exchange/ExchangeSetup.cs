using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Decisions;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Mounts;
using Qingdan.Exchange.Projection;
using Qingdan.Exchange.Tokens;
using Qingdan.Exchange.Usage;
using Qingdan.Exchange.Usage.Calls;
using Qingdan.Exchange.Usage.Reports;
using Qingdan.Exchange.Usage.Viewing;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange;

/// <summary>The module's face to the host.</summary>
public static class ExchangeSetup
{
    /// <summary>Registers everything the module needs.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddModule(typeof(ExchangeSetup).Assembly)
        .AddSingleton<IStoreMap, ExchangeMap>()
        .AddApplications().AddTokens().AddGrants().AddDecisions().AddProjection().AddMounts().AddExchangeLog().AddGateway().AddUsage();

    /// <summary>Takes the calls through the gateway out of the way of the pages, before anything else.</summary>
    public static void UseExchange(this IApplicationBuilder app) => app.UseGateway();

    /// <summary>Attaches the module's pages and its API.</summary>
    public static IEndpointRouteBuilder MapExchange(this IEndpointRouteBuilder routes)
    {
        routes.MapApplications();
        routes.MapTokens();
        routes.MapGrants();
        routes.MapMounts();
        routes.MapUsage();
        routes.MapCalls();
        routes.MapReports();
        return routes;
    }
}
