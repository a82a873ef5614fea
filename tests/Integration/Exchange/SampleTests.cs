using System.Diagnostics;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>samples/try: the one command against the demo city, as it is run by hand.</summary>
public sealed class SampleTests
{
    [Theory, Engines]
    public async Task The_samples_go_the_way_from_a_demand_to_data_and_may_go_it_again(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        var provider = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        for (var time = 0; time < 2; time++)
        {
            var (status, said) = await Walk(app.BaseAddress, provider);
            Assert.True(status == 0, said);
            Assert.Contains("\"idNumber\":\"310101198101010001\"", said, StringComparison.Ordinal);
            Assert.Contains("\"code\":\"exchange.parameter.unknown\"", said, StringComparison.Ordinal);
            Assert.Contains("\"code\":\"exchange.grant.suspended\"", said, StringComparison.Ordinal);
            Assert.Contains("\"clause\":\"《政务数据共享条例》第二十七条第二款\"", said, StringComparison.Ordinal);
            Assert.Contains("\"entry\":\"ZR-", said, StringComparison.Ordinal);
            // What the provider has besides went out nowhere.
            Assert.DoesNotContain("任何授权都不包含", said, StringComparison.Ordinal);
            Assert.DoesNotContain("1380000", said, StringComparison.Ordinal);
        }
    }

    private static async Task<(int Status, string Said)> Walk(Uri city, Uri provider)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        using var walk = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(folder.Parent!.Parent!.FullName, "Walk", folder.Name, "sample-walk.dll"), city.ToString(), provider.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (wrong, said) = (walk.StandardError.ReadToEndAsync(), await walk.StandardOutput.ReadToEndAsync());
        await walk.WaitForExitAsync();
        return (walk.ExitCode, $"{said}{await wrong}");
    }
}
