using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>Two nodes of the program on one store: what one grants or stops holds on the other, and what is counted is counted once.</summary>
public sealed class NodesTests
{
    [Theory, Engines]
    public async Task What_is_changed_on_one_node_holds_on_the_other_within_a_second(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await using var other = await world.App.StartBeside();
        var token = await world.Token();
        Assert.Equal(200, await Until(world, other, token, 200));
        await world.Change(g => (g.State, g.SuspendedBy, g.Reason) = (GrantState.Suspended, SuspendedBy.Platform, "超范围调用"));
        Assert.Equal((int[])[403, 403], await Task.WhenAll(Until(world, world.App, token, 403), Until(world, other, token, 403)));
        using (var refused = await world.Call(other, token))
        {
            var body = await refused.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(("exchange.grant.suspended", "超范围调用"), (body.GetProperty("code").GetString(), body.GetProperty("reason").GetString()));
            Assert.StartsWith("/lists/responsibilities/", body.GetProperty("href").GetString(), StringComparison.Ordinal);
        }
        await world.Change(g => (g.State, g.SuspendedBy, g.Reason) = (GrantState.Active, SuspendedBy.Nobody, ""));
        Assert.Equal((int[])[200, 200], await Task.WhenAll(Until(world, world.App, token, 200), Until(world, other, token, 200)));
    }

    [Theory, Engines]
    public async Task A_quota_is_one_for_both_and_each_node_has_a_chain_of_its_own(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await using var other = await world.App.StartBeside();
        await world.Change(g => g.Quota = 150);
        var token = await world.Token();
        Assert.Equal(200, await Until(world, other, token, 200));
        Assert.Equal(200, await Until(world, world.App, token, 200));
        await Task.Delay(500);
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            using var answer = await world.Call(i % 2 == 0 ? world.App : other, token);
            return (int)answer.StatusCode;
        }));
        Assert.Equal([200, 429], answers.Distinct().Order());
        var answered = await world.Logged(CallResult.Answered, 150);
        // Those before the limit was known are counted by no quota.
        Assert.InRange(answers.Count(s => s == 200), 140, 150);
        Assert.Equal(2, answered.Select(l => l.Node).Distinct().Count());
        Assert.Equal(answered.Count, answered.Select(l => l.Id).Distinct().Count());
    }

    private static async Task<int> Until(GatewayWorld world, TestApp node, string token, int status)
    {
        for (var until = Environment.TickCount64 + 1000; ; await Task.Delay(10))
        {
            using var answer = await world.Call(node, token);
            if ((int)answer.StatusCode == status || Environment.TickCount64 > until) return (int)answer.StatusCode;
        }
    }
}
