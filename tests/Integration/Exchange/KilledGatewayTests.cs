using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Qingdan.Tests.Support.Killing;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

public sealed class KilledGatewayTests
{
    // Ten with both engines; two hundred by the bench.
    private const int Kills = 5;

    [Theory, Engines]
    public async Task Killed_at_any_moment_it_has_logged_every_call_it_answered_and_kept_the_quota(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var soak = new GatewaySoak(services, 20261127);
        await soak.Run(Kills);
        Assert.InRange(soak.Answered, 100, int.MaxValue);
    }
}
