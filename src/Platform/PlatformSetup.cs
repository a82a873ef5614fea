using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Language;
using Qingdan.Platform.Signing;
using Qingdan.Platform.Web.Keys;

namespace Qingdan.Platform;

/// <summary>Registers what every module stands on.</summary>
public static class PlatformSetup
{
    /// <summary>Store, audit, jobs, files and language.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, StoreOptions store)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new NodeClaim(store.DataFolder));
        services.AddSingleton(provider => new IdSource(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<NodeClaim>().Node));
        return services
            .AddModule(typeof(PlatformSetup).Assembly)
            .AddStore(store).AddAudit().AddJobs().AddFiles().AddStoredKeys().AddSigning()
            .AddSingleton<Dictionaries>().AddScoped<Translator>();
    }
}
