using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange;

/// <summary>The module's face to the host.</summary>
public static class ExchangeSetup
{
    /// <summary>Registers everything the module needs.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services) => services.AddModule(typeof(ExchangeSetup).Assembly)
        .AddExchangeLog();

    /// <summary>Attaches the module's pages, its API and the gateway.</summary>
    public static IEndpointRouteBuilder MapExchange(this IEndpointRouteBuilder routes) => routes;
}
