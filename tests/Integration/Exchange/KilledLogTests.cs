using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Qingdan.Tests.Support.Killing;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>A process killed while it logs calls; <c>./bench soak</c> goes on to more.</summary>
public sealed class KilledLogTests
{
    private const int Kills = 5;

    [Theory, Engines]
    public async Task Killed_at_any_moment_it_loses_no_call_that_it_said_was_logged(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var soak = new LogSoak(services.Options, 20261127);
        await soak.Run(Kills);
        // Else it would have been about nothing.
        Assert.True(soak.Said > 1_000);
    }
}
