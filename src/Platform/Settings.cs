using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Qingdan.Platform;

/// <summary>What was configured.</summary>
public static class Settings
{
    /// <summary>The host's configuration; verbs run without a web host, then the environment alone speaks.</summary>
    public static IConfiguration Configuration(this IServiceProvider services) => services.GetService<IConfiguration>() ?? new ConfigurationBuilder().AddEnvironmentVariables().Build();
}
