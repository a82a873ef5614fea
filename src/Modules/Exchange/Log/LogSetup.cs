using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Log.Exporting;
using Qingdan.Exchange.Log.Keeping;
using Qingdan.Exchange.Log.Spooling;
using Qingdan.Exchange.Log.Verifying;
using Qingdan.Platform;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;

namespace Qingdan.Exchange.Log;

/// <summary>Registers the log of calls.</summary>
internal static class LogSetup
{
    public static IServiceCollection AddExchangeLog(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, LogMap>().AddAuditActions(typeof(LogAudit)).AddSingleton(p => LogOptions.Read(p.Configuration()))
        .AddSingleton<CallKey>().AddSingleton<OpenSpool>().AddSingleton<CallLog>().AddSingleton<FlowPlaces>().AddSingleton<CallMonths>()
        .AddScoped<FlowLog>().AddScoped<SignCheckpoints>().AddHostedService<LogService>()
        .AddScoped<IRegularWork, ClearSpools>().AddScoped<IRegularWork, RemoveOldCalls>()
        .AddScoped<VerifyLog>().AddScoped<ICheckup, LogCheckup>().AddScoped<ExportLog>().AddSingleton<IVerb, ExchangeLogVerb>().AddScoped<FindCalls>();
}
