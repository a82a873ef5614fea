using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Platform.Web.Keys;

/// <summary>Registers data protection over the store.</summary>
internal static class KeysSetup
{
    public static IServiceCollection AddStoredKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("qingdan");
        return services
            .AddSingleton<IStoreMap, KeyMap>()
            .AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = new StoredKeys(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<IdSource>())));
    }

    private sealed class KeyMap : IStoreMap
    {
        public void Build(ModelBuilder model) => model.Entity<StoredKey>().ToTable("platform_keys");
    }
}
