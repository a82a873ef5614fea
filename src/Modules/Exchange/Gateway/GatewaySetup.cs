using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform;

namespace Qingdan.Exchange.Gateway;

/// <summary>Registers the gateway and puts it before everything that pages need.</summary>
internal static class GatewaySetup
{
    /// <summary>Where calls come in: behind it the number of a mount.</summary>
    public const string Path = "/gateway";

    public static IServiceCollection AddGateway(this IServiceCollection services)
    {
        services.AddHttpForwarder();
        return services.AddSingleton(p => GatewayOptions.Read(p.Configuration())).AddSingleton<ServiceBook>().AddSingleton<Rates>().AddSingleton<Quotas>().AddHostedService(p => p.GetRequiredService<Quotas>()).AddSingleton<Breakers>().AddSingleton<CallProblem>().AddSingleton<CallMeter>().AddSingleton<CallGateway>();
    }

    /// <summary>Takes the calls out of the way of the pages: no cookie, no form, no compression, no page of errors.</summary>
    public static void UseGateway(this IApplicationBuilder app) => app.Map(Path, branch => branch.Run(branch.ApplicationServices.GetRequiredService<CallGateway>().Run));
}
