using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>What the lists say is what gets through, call by call.</summary>
public sealed class GatewayTests
{
    [Theory, Engines]
    public async Task Only_granted_items_leave_and_only_what_the_mount_names_goes_on(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        var (status, body) = await world.CallUntil(200, "?name=%E7%94%B2", r => r.Headers.Add("Cookie", "session=1"));
        Assert.Equal(200, status);
        Assert.Equal("""{"data":{"list":[{"a":"甲","b":"310101199001011234"},{"a":"乙","b":"310101198502022345"}]}}""", body.GetRawText());
        var asked = world.Provider.Questions.Last();
        Assert.Equal("/v1/rows?name=%E7%94%B2&version=2", asked.Path);
        Assert.Equal("upstream-secret", asked.Headers["X-Api-Key"]);
        Assert.DoesNotContain("Authorization", asked.Headers.Keys);
        Assert.DoesNotContain("Cookie", asked.Headers.Keys);
    }

    [Theory, Engines]
    public async Task A_call_stands_in_the_log_before_it_is_answered(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var line = (await world.Logged(CallResult.Answered, 1))[^1];
        Assert.Equal((world.Ground.ApplicationId, world.Ground.GrantId, world.Ground.Resource.Id, 2L, 200, "办理一件事"), (line.ApplicationId, line.GrantId, line.ResourceId, line.Rows, line.Status, line.Purpose));
        Assert.Equal(string.Join(',', world.Ground.Resource.Items.Take(2).Select(i => i.Id)), line.Items);
        Assert.NotEqual(0, line.EntryId);
        Assert.NotNull(line.Request);
        Assert.NotNull(line.Answer);
    }

    [Theory, Engines]
    public async Task A_masked_item_leaves_masked(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.Change(g => g.Items = GrantedSet.Text([new(world.Ground.Resource.Items[0].Id, Disclosure.Plain), new(world.Ground.Resource.Items[1].Id, Disclosure.Mask)]));
        for (var tries = 0; tries < 50; tries++)
        {
            var (_, body) = await world.CallUntil(200);
            if (!body.GetRawText().Contains("310101199001011234", StringComparison.Ordinal))
            {
                Assert.Contains("310***********1234", body.GetRawText(), StringComparison.Ordinal);
                return;
            }
            await Task.Delay(20);
        }
        Assert.Fail("The item left unmasked for a second.");
    }

    [Theory, Engines]
    public async Task What_is_suspended_is_refused_within_a_second_with_its_entry_and_why(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        await world.Change(g => (g.State, g.SuspendedBy, g.Reason) = (GrantState.Suspended, SuspendedBy.Platform, "超范围调用"));
        var (status, body) = await world.CallUntil(403, "", r => r.Headers.Add("Accept-Language", "en"));
        Assert.Equal(403, status);
        Assert.Equal(("exchange.grant.suspended", "Grant", "Caller", "超范围调用"), (Text(body, "code"), Text(body, "stage"), Text(body, "side"), Text(body, "reason")));
        Assert.StartsWith("/lists/responsibilities/", Text(body, "href"), StringComparison.Ordinal);
        Assert.Equal("《政务数据共享条例》第二十七条第二款", Text(body, "clause"));
        Assert.DoesNotContain("授权", Text(body, "detail"), StringComparison.Ordinal);
        Assert.Contains(await world.Logged(CallResult.Refused, 1), l => l.Reason == "exchange.grant.suspended");
    }

    [Theory, Engines]
    public async Task Who_is_not_known_does_not_come_in(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var token = await world.Token();
        await Refused(world, 401, "exchange.token.missing", null);
        await Refused(world, 401, "exchange.token.invalid", token + "x");
        await Refused(world, 401, "exchange.token.invalid", token.ToUpperInvariant());
        world.App.Clock.Advance(TimeSpan.FromMinutes(61));
        await Refused(world, 401, "exchange.token.invalid", token);
    }

    [Theory, Engines]
    public async Task What_is_asked_with_must_be_named_once_and_granted(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var token = await world.Token();
        await Refused(world, 403, "exchange.item.not-granted", token, "?secret=1");
        await Refused(world, 400, "exchange.parameter.unknown", token, "?Name=1");
        await Refused(world, 400, "exchange.parameter.unknown", token, "?version=3");
        await Refused(world, 400, "exchange.parameter.unknown", token, "?%EF%BD%8Eame=1");
        await Refused(world, 400, "exchange.parameter.repeated", token, "?name=1&name=2");
        // Sorting by what was not granted would tell its order.
        await Refused(world, 400, "exchange.parameter.value", token, "?sort=c.d");
        Assert.Single(world.Provider.Questions.Select(a => a.Path).Distinct());
    }

    [Theory, Engines]
    public async Task A_leaked_secret_ends_every_token(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var (token, edit) = (await world.Token(), 3);
        await world.With<RotateSecret, bool>(async r => (await r.Run(world.Ground.ApplicationId, edit, true, new(7, "王敏", world.Ground.ConsumerUnit, "使用单位", new HashSet<string> { "liaison" }), default)).Ok);
        for (var tries = 0; tries < 50; tries++)
        {
            using var answer = await world.Call(token);
            if ((int)answer.StatusCode == 401) return;
            await Task.Delay(20);
        }
        Assert.Fail("The token held for a second after its secret had leaked.");
    }

    [Theory, Engines]
    public async Task What_is_granted_can_be_called_at_once_and_ends_with_its_case(Engine engine)
    {
        var (world, caseId) = await GatewayWorld.OpenBeforeGrant(engine);
        await using var open = world;
        Assert.Equal(403, (await world.CallUntil(403)).Status);
        var centre = TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre);
        Assert.True((await world.With<GrantDirectly, Result<Done>>(g => g.Run(caseId, 2, "", centre, default))).Ok);
        var (status, body) = await world.CallUntil(200);
        Assert.Equal((200, "甲"), (status, Text(body.GetProperty("data").GetProperty("list")[0], "a")));
        var edit = (await world.With<Store, Case>(s => s.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId))).Edit;
        var head = new Actor(8, "刘洋", world.Ground.Resource.ProviderId, "", new HashSet<string> { Roles.UnitHead });
        Assert.True((await world.With<SupplyData, Result<Done>>(s => s.Run(caseId, edit, "Service", "示例服务", head, default))).Ok);
        Assert.True((await world.With<ActPlainly, Result<Done>>(a => a.Run(caseId, edit + 1, CaseAct.Suspend, new PlainInput("超范围使用，限期整改。", new DateOnly(2026, 12, 31)), head, default))).Ok);
        var (refused, problem) = await world.CallUntil(403);
        Assert.Equal((403, "exchange.grant.suspended", "超范围使用，限期整改。"), (refused, Text(problem, "code"), Text(problem, "reason")));
    }

    [Theory, Engines]
    public async Task A_quota_is_not_exceeded(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.Change(g => g.Quota = 5);
        var token = await world.Token();
        await Task.Delay(500);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var answer = await world.Call(token);
            return (int)answer.StatusCode;
        }));
        Assert.Equal(5, answers.Count(s => s == 200));
        Assert.Equal(15, answers.Count(s => s == 429));
    }

    private static async Task Refused(GatewayWorld world, int status, string code, string? token, string query = "")
    {
        using var answer = await world.Call(token, query);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), ((int)answer.StatusCode, Text(body, "code")));
        Assert.Equal(answer.Headers.GetValues("Exchange-Call").Single(), Text(body, "call"));
    }

    private static string Text(JsonElement body, string name) => body.GetProperty(name).GetString() ?? "";
}
