using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Qingdan.Tests.Support.Killing;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>The program killed while it publishes and generates; <c>./bench soak</c> goes on to two hundred.</summary>
public sealed class KilledTests
{
    private const int Kills = 6;

    [Theory, Engines]
    public async Task Killed_at_any_moment_it_leaves_nothing_by_half_and_loses_nothing(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var soak = new Soak(services, 20261127);
        await soak.Run(Kills);
        // Else it would have been about nothing.
        Assert.True(soak.Middle > 1, string.Join(", ", soak.Counts));
    }
}
