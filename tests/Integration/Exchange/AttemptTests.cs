using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Usage;
using Qingdan.Exchange.Usage.Reports;
using Qingdan.Exchange.Usage.Viewing;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>Calls beyond a grant and what followed; last calls on other modules' pages; the monthly report.</summary>
public sealed class AttemptTests
{
    [Theory, Engines]
    public async Task What_went_beyond_the_grant_is_followed_up_and_open_again_when_it_goes_on(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        var token = await world.Token();
        await Beyond(world, token);
        var centre = TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre);
        var line = await Line(world);
        Assert.True(line is { Open: true, FollowUp: null, BeyondScope: true });
        var about = new Attempts(line.Code, line.ApplicationId, line.ResourceId);
        Assert.Equal(["note", "measure"], (await Follow(world, about, "", "", centre)).Faults.Select(f => f.Field));
        Assert.Equal("exchange.attempts.not-found", (await Follow(world, about with { ResourceId = 1 }, "Reminded", "已电话提醒", centre)).Faults[0].Code);
        Assert.Equal("exchange.grant.not-yours", (await Follow(world, about, "Reminded", "已电话提醒", TestPerson.Of("王敏", "某局", Roles.Liaison))).Faults[0].Code);
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Follow(world, about, "Reminded", "已电话提醒", centre)).Ok);
        Assert.True(await Line(world) is { Open: false, FollowUp: { Measure: "提醒整改", Note: "已电话提醒" } });
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await Beyond(world, token);
        Assert.True((await Line(world)).Open);
    }

    [Theory, Engines]
    public async Task Last_calls_stand_on_the_pages_of_the_data_and_in_the_monthly_report(Engine engine)
    {
        await using var world = await GatewayWorld.Open(engine);
        await world.CallUntil(200);
        await Beyond(world, await world.Token());
        await world.Logged(CallResult.Answered, 1);
        var notes = await world.With<IEnumerable<IPageNotes>, IReadOnlyList<PageNote>>(s => s.OfType<CallNotes>().Single().About(PageSubject.Resource, world.Ground.Resource.Id, world.Ground.Consumer, default));
        Assert.Equal([30, 1], notes.Single(n => n.Name == "共享授权").Args.Take(2));
        Assert.Contains("示例服务", (await world.With<IEnumerable<IPageNotes>, IReadOnlyList<PageNote>>(s => s.OfType<CallNotes>().Single().About(PageSubject.Resource, world.Ground.Resource.Id, TestPerson.Of("李", "局", Roles.DataCentre), default))).Select(n => n.Name));
        var report = await world.With<MonthFigures, MonthReport>(m => m.Of(new DateOnly(2026, 11, 2), default));
        Assert.Equal(1, report.Figures.Single(f => f.Name == "放行的调用").Value);
        // Those before the gateway knew the grant are refused too.
        Assert.InRange(report.Figures.Single(f => f.Name == "拒绝的调用").Value, 1, 50);
        Assert.Equal(world.Ground.Resource.Name, report.Tables.Single(t => t.Title == "调用多的数据").Rows[0][0]);
        Assert.Contains(report.Tables.Single(t => t.Title == "为什么拒绝").Rows, r => r[0].Contains("没有授权的数据项", StringComparison.Ordinal) && r[1] == "是");
    }

    private static async Task Beyond(GatewayWorld world, string token)
    {
        using var answer = await world.Call(token, "?secret=1");
        Assert.Equal("exchange.item.not-granted", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        // Until its own line is in the store.
        for (var count = 1; !(await world.Logged(CallResult.Refused, count)).Exists(l => $"{l.Id}" == answer.Headers.GetValues("Exchange-Call").Single()); count++) Assert.InRange(count, 1, 50);
    }

    private static async Task<RefusalLine> Line(GatewayWorld world) =>
        Assert.Single((await world.With<FindUse, UseView>(f => f.Page("refused", 30, TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre), default))).Refusals, r => r.Code == "exchange.item.not-granted");

    private static Task<Result<Done>> Follow(GatewayWorld world, Attempts about, string measure, string note, Actor actor) => world.With<FollowUpAttempts, Result<Done>>(f => f.Run(about, measure, note, actor, default));
}
