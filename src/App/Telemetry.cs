using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Qingdan.App;

/// <summary>Sends figures to a collector (OTLP) when one is named by the usual setting, <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; without it nothing is counted for anybody.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // The gateway's, those of the server and of its way out, of the store's driver and of the runtime.
    private static readonly string[] Meters = ["Qingdan.Exchange", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "Npgsql", "System.Runtime"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[Endpoint])) return services;
        services.AddOpenTelemetry().ConfigureResource(r => r.AddService("qingdan")).WithMetrics(m => m.AddMeter(Meters).AddOtlpExporter());
        return services;
    }
}
