using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Notices;
using Xunit;

namespace Qingdan.Tests.Integration.Workflow.Notices;

public sealed class TellTests
{
    [Theory, Engines]
    public async Task A_move_tells_whose_turn_it_is_and_the_other_party_and_never_the_one_who_made_it(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        var asks = await services.Hire("唐磊", world.Asks, Roles.Liaison);
        var (liaison, head) = (await services.Hire("何志强", world.Provides, Roles.Liaison), await services.Hire("高峰", world.Provides, Roles.UnitHead));
        var centre = await services.Hire("陈思远", await services.Unit("示例市大数据中心"), Roles.DataCentre);
        var stranger = await services.Hire("周", await services.Unit("示例市气象局"), Roles.Liaison);
        var edit = await world.Edit();
        Assert.True((await services.With<ActPlainly, Result<Done>>(a => a.Run(world.Id, edit, CaseAct.Dispatch, new PlainInput(""), centre, default))).Ok);

        Assert.Equal([NoticeKind.Turn], (await services.Told(liaison)).Select(n => n.Kind));
        Assert.Equal([NoticeKind.Turn], (await services.Told(head)).Select(n => n.Kind));
        Assert.Equal([NoticeKind.Progress], (await services.Told(asks)).Select(n => n.Kind));
        Assert.Equal((await services.Told(liaison))[0].ToldId, (await services.Told(head))[0].ToldId);
        Assert.Empty(await services.Told(centre));
        Assert.Empty(await services.Told(stranger));
    }

    [Theory, Engines]
    public async Task What_is_refused_tells_nobody(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var liaison = await world.Services.Hire("何志强", world.Provides, Roles.Liaison);
        var centre = await world.Services.Hire("陈思远", await world.Services.Unit("示例市大数据中心"), Roles.DataCentre);
        Assert.False((await world.Services.With<ActPlainly, Result<Done>>(a => a.Run(world.Id, 99, CaseAct.Dispatch, new PlainInput(""), centre, default))).Ok);
        Assert.Empty(await world.Services.Told(liaison));
    }

    [Theory, Engines]
    public async Task Whoever_stands_in_today_is_told_too_and_nobody_before_or_after(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        var (liaison, today) = (await services.Hire("何志强", world.Provides, Roles.Liaison), new DateOnly(2026, 11, 23));
        var (now, before, later) = (await services.Hire("甲", world.Provides, Roles.Secrecy), await services.Hire("乙", world.Provides, Roles.Secrecy), await services.Hire("丙", world.Provides, Roles.Secrecy));
        await services.StandIn(liaison, now, today, today);
        await services.StandIn(liaison, before, today.AddDays(-3), today.AddDays(-1));
        await services.StandIn(liaison, later, today.AddDays(1), today.AddDays(3));
        _ = (await world.Dispatch()).Value;
        Assert.Single(await services.Told(now));
        Assert.Empty(await services.Told(before));
        Assert.Empty(await services.Told(later));
    }

    [Theory, Engines]
    public async Task A_new_calendar_tells_only_those_whose_date_moved(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        var (liaison, asks) = (await world.Services.Hire("何志强", world.Provides, Roles.Liaison), await world.Services.Hire("唐磊", world.Asks, Roles.Liaison));
        await world.Services.With<RecountClocks>(r => r.Run(default));
        Assert.Empty(await world.Services.Told(liaison));
        await world.Services.With<Store>(s => s.Execute("INSERT INTO standards_calendar_days (day, works, holiday, version) VALUES ('2026-12-01', FALSE, '示例', 1)", default));
        await world.Services.With<RecountClocks>(r => r.Run(default));
        await world.Services.With<RecountClocks>(r => r.Run(default));
        Assert.Equal([NoticeKind.Recounted], (await world.Services.Told(liaison)).Select(n => n.Kind));
        Assert.Contains("2026-12-15", (await world.Services.Told(liaison))[0].Args, StringComparison.Ordinal);
        Assert.Empty(await world.Services.Told(asks));
    }

    [Theory, Engines]
    public async Task A_new_calendar_that_moves_several_terms_of_a_unit_is_one_notice(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        var second = await world.Services.Drafted(world.Asks, DemandWorld.Complete with { ProviderId = world.Provides, Name = "路灯维护记录" });
        _ = (await world.Services.Submit(second, world.Asks, role: Roles.UnitHead)).Value;
        _ = (await world.Services.Check(second)).Value;
        _ = (await CaseWorld.Of(world.Services, world.Asks, world.Provides, second).Dispatch()).Value;
        await world.Services.With<RecountClocks>(r => r.Run(default));
        var liaison = await world.Services.Hire("何志强", world.Provides, Roles.Liaison);
        await world.Services.With<Store>(s => s.Execute("INSERT INTO standards_calendar_days (day, works, holiday, version) VALUES ('2026-12-01', FALSE, '示例', 1)", default));
        await world.Services.With<RecountClocks>(r => r.Run(default));
        Assert.Contains("2]", Assert.Single(await world.Services.Told(liaison)).Args, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_new_case_tells_the_data_centre(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var centre = await world.Services.Hire("陈思远", await world.Services.Unit("示例市大数据中心"), Roles.DataCentre);
        await using var scope = world.Services.Scope();
        var (listener, store) = (((IEnumerable<IDemandListener>)scope.ServiceProvider.GetService(typeof(IEnumerable<IDemandListener>))!).OfType<OpenCase>().Single(), (Store)scope.ServiceProvider.GetService(typeof(Store))!);
        await listener.Moved(new MovedDemand(77, "路灯", world.Asks, world.Provides, 0, DemandStand.Listed), "", Platform.Identity.Actor.System, default);
        await store.SaveChangesAsync();
        Assert.Equal((NoticeKind.Turn, WorkflowAudit.CaseKind, 77), ((await world.Services.Told(centre))[0].Kind, (await world.Services.Told(centre))[0].SubjectKind, (await world.Services.Told(centre))[0].SubjectId));
    }
}
