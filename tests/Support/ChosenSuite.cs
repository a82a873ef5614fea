using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Signing;

namespace Qingdan.Tests.Support;

/// <summary>The suite that a test's city signs with.</summary>
public static class ChosenSuite
{
    /// <summary>Chooses it for services without a host.</summary>
    public static void SignWith(this IServiceCollection services, string suite) => services.AddSingleton(new SigningOptions(SigningSuite.Find(suite)!));

    /// <summary>Chooses it on the command line of a host.</summary>
    public static string Setting(string suite) => $"--Signing:Suite={suite}";
}
