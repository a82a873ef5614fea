using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Decisions;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Mounts;
using Qingdan.Exchange.Tokens;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>What the store says holds in the gateway: in whatever order it was written, and item by item.</summary>
public sealed class FollowedTests
{
    [Theory, Engines]
    public async Task What_was_begun_before_and_committed_after_another_change_holds(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var early = await world.With<IdSource, long>(ids => Task.FromResult(ids.Next()));
        await world.Change(g => g.Quota = 5_000);
        await Until(() => Knows(world, 5_000));
        await world.With<Store, int>(async store =>
        {
            var grant = await store.Set<Grant>().SingleAsync(g => g.Id == world.Ground.GrantId);
            (grant.State, grant.SuspendedBy, grant.Reason) = (GrantState.Suspended, SuspendedBy.Platform, "超范围调用");
            store.Entry(grant).Property(g => g.Revision).CurrentValue = early;
            return await store.SaveChangesAsync();
        });
        Assert.Equal(403, (await world.CallUntil(403)).Status);
    }

    [Theory, Engines]
    public async Task A_lowered_quota_holds_for_what_was_taken_before(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.Change(g => g.Quota = 100_000);
        await Until(() => Knows(world, 100_000));
        await world.CallUntil(200);
        await world.Change(g => g.Quota = 1);
        Assert.Equal(429, (await world.CallUntil(429)).Status);
        await world.Change(g => g.Quota = 0);
        Assert.Equal(200, (await world.CallUntil(200)).Status);
    }

    [Theory, Engines]
    public async Task A_token_of_a_leaked_secret_holds_no_more_whenever_it_was_issued(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        var token = await world.Token();
        await world.CallUntil(200);
        var edit = await world.With<Store, int>(s => s.Set<Application>().Where(a => a.Id == world.Ground.ApplicationId).Select(a => a.Edit).SingleAsync());
        // Issued as if by a node whose clock is ahead.
        await world.With<Store, int>(s => s.Set<AccessToken>().ExecuteUpdateAsync(t => t.SetProperty(x => x.Revision, x => x.Revision + (1L << 40))));
        Assert.True((await world.With<RotateSecret, Result<string>>(r => r.Run(world.Ground.ApplicationId, edit, true, world.Ground.Consumer, default))).Ok);
        await Until(async () =>
        {
            using var refused = await world.Call(token);
            return (int)refused.StatusCode == 401;
        });
    }

    [Theory, Engines]
    public async Task What_the_entry_names_no_more_does_not_leave(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        Assert.Contains("310101", (await world.CallUntil(200)).Body.ToString(), StringComparison.Ordinal);
        await Drop(1);
        await Until(async () => !(await world.CallUntil(200)).Body.ToString().Contains("310101", StringComparison.Ordinal));
        Assert.Contains("甲", (await world.CallUntil(200)).Body.ToString(), StringComparison.Ordinal);
        await Drop(0);
        Assert.Equal("exchange.entry.none", (await world.CallUntil(403)).Body.GetProperty("code").GetString());

        async Task Drop(int item)
        {
            await world.With<Store, int>(s => s.Execute("DELETE FROM lists_entry_items WHERE item_id = @item", default, ("item", world.Ground.Resource.Items[item].Id)));
            await world.Change(g => g.Purpose += "。");
        }
    }

    [Theory, Engines]
    public async Task A_stopped_service_is_called_by_no_node_after_a_second(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await using var other = await world.App.StartBeside();
        var token = await world.Token();
        await Until(async () => await Status(world.App, 200) && await Status(other, 200));
        await world.With<Store, int>(async store =>
        {
            await using var scope = world.App.Scope();
            var mount = await store.Set<Mount>().SingleAsync(m => m.Id == world.Ground.MountId);
            mount.State = MountState.Stopped;
            mount.Touch((IdSource)scope.ServiceProvider.GetService(typeof(IdSource))!, world.App.Clock);
            return await store.SaveChangesAsync();
        });
        await Until(async () => await Status(world.App, 404) && await Status(other, 404));

        async Task<bool> Status(TestApp node, int status)
        {
            using var answer = await world.Call(node, token);
            return (int)answer.StatusCode == status;
        }
    }

    [Theory, Engines]
    public async Task A_caller_who_leaves_a_long_answer_is_no_failure_of_the_provider(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var token = await world.Token();
        using var over = new CancellationTokenSource();
        world.Provider.Answers = async http =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"data":{"list":[""");
            for (var i = 0; i < 3_000; i++) await http.Response.WriteAsync($$"""{"a":"{{new string('甲', 50)}}"},""");
            await Task.Delay(Timeout.Infinite, over.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        using (var request = new HttpRequestMessage(HttpMethod.Get, $"/gateway/{world.Ground.MountId}"))
        {
            request.Headers.Authorization = new("Bearer", token);
            using var answer = await world.App.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(200, (int)answer.StatusCode);
        }
        Assert.Single(await world.Logged(CallResult.CallerLeft, 1));
        Assert.Empty(await world.With<Store, List<CallRecord>>(s => s.Set<CallRecord>().Where(c => c.Result == CallResult.Cut || c.Reason == "exchange.platform.failed").ToListAsync()));
        await over.CancelAsync();
    }

    private static Task<bool> Knows(GatewayWorld world, int quota) =>
        world.With<PermissionBook, bool>(b => Task.FromResult(b.Now.Of(world.Ground.Resource.Id).Of(world.Ground.ApplicationId) is [{ Row.Quota: var known }] && known == quota));

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var until = Environment.TickCount64 + 1_500; !await holds(); await Task.Delay(10)) Assert.True(Environment.TickCount64 < until, "It does not hold after a second.");
    }
}
