using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Integration.Workflow.Notices;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Notices;
using Qingdan.Workflow.Orders;
using Qingdan.Workflow.Orders.Viewing;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow.Orders;

public sealed class OrderTests
{
    [Theory, Engines]
    public async Task An_order_is_issued_answered_asked_again_answered_and_closed_and_each_waits_for_the_right_one(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        _ = (await world.Dispatch()).Value;
        var liaison = await services.Hire("何志强", world.Provides, Roles.Liaison);
        var authority = await services.Hire("李卫东", await services.Unit("示例市政府办公厅"), Roles.Authority);
        Assert.Equal(["workflow.text.required", "workflow.order.to.required", "workflow.order.due.off"], (await Issue(authority, "Centre", "", "2026-11-28")).Faults.Select(f => f.Code));
        var id = (await Issue(authority, "Provider", "请按期答复", "2026-11-26")).Value;
        Assert.Equal("督〔2026〕1号", (await One(liaison)).Row.Number);
        Assert.Equal([(NoticeKind.Order, true)], (await services.Told(liaison)).Select(n => (n.Kind, n.Urgent)));
        Assert.Equal(1, await Waits(liaison));
        Assert.Equal(0, await Waits(authority));

        Assert.Equal("workflow.order.not-yours", (await Answer(authority, "已办")).Faults[0].Code);
        Assert.Equal("workflow.text.required", (await Answer(liaison, " ")).Faults[0].Code);
        Assert.True((await Answer(liaison, "本周内答复")).Ok);
        Assert.Equal((0, 1), (await Waits(liaison), await Waits(authority)));
        var edit = (await One(authority)).Edit;
        Assert.Equal("workflow.order.changed", (await services.With<AskOrderAgain, Result<Done>>(a => a.Run(id, edit - 1, "请明确日期", "2026-11-30", authority, default))).Faults[0].Code);
        Assert.True((await services.With<AskOrderAgain, Result<Done>>(a => a.Run(id, edit, "请明确日期", "2026-11-30", authority, default))).Ok);
        Assert.Equal((1, "请明确日期"), (await Waits(liaison), (await One(liaison)).Asks));
        Assert.Equal(("请明确日期", "2026年11月30日"), OrderLetter.Write(await One(liaison), new DateOnly(2026, 11, 24)).Facts is var facts ? (facts["督办事项1"], facts["反馈期限"]) : default);
        Assert.Equal(["opinion"], (await Close(authority, "")).Faults.Select(f => f.Field));
        Assert.True((await Answer(liaison, "11 月 30 日前")).Ok);
        Assert.True((await Close(authority, "")).Ok);
        Assert.Equal((0, 0), (await Waits(liaison), await Waits(authority)));
        Assert.Equal(["下达督办单", "反馈督办", "再次督办", "反馈督办", "督办销号"], (await One(liaison)).Steps.Select(s => s.Act));
        Assert.Equal("workflow.order.not-now", (await Answer(liaison, "再补充")).Faults[0].Code);

        Task<Result<long>> Issue(Actor actor, string to, string asks, string due) => services.With<IssueOrder, Result<long>>(i => i.Run(world.Id, to, asks, due, actor, default));
        async Task<OrderView> One(Actor actor) => (await services.With<FindOrders, Result<OrderView>>(f => f.One(id, actor, default))).Value;
        async Task<int> Waits(Actor actor) => (await services.Todos("督办", actor)).Count;
        async Task<Result<Done>> Answer(Actor actor, string text) { var at = (await One(authority)).Edit; return await services.With<AnswerOrder, Result<Done>>(a => a.Run(id, at, text, actor, default)); }
        async Task<Result<Done>> Close(Actor actor, string opinion) { var at = (await One(authority)).Edit; return await services.With<CloseOrder, Result<Done>>(c => c.Run(id, at, opinion, actor, default)); }
    }

    [Theory, Engines]
    public async Task Only_the_city_orders_strangers_see_nothing_and_numbers_follow_one_another(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        // Before the dispatch the data centre asks the requester; afterwards it is not its term any more.
        Assert.True((await Issue(Person(3, Roles.DataCentre), "Requester")).Ok);
        _ = (await world.Dispatch()).Value;
        Assert.Equal("workflow.order.not-now", (await Issue(Person(3, Roles.DataCentre), "Provider")).Faults[0].Code);
        Assert.Equal("workflow.order.not-yours", (await Issue(Person(world.Asks, Roles.Liaison), "Provider")).Faults[0].Code);
        _ = (await Issue(Authority, "Provider")).Value;
        Assert.Equal(["督〔2026〕2号", "督〔2026〕1号"], await Numbers(Authority));
        Assert.Equal(["督〔2026〕2号"], await Numbers(Person(world.Provides, Roles.Liaison)));
        Assert.Empty(await Numbers(Person(await services.Unit("示例市气象局"), Roles.Liaison)));

        Task<Result<long>> Issue(Actor actor, string to) => services.With<IssueOrder, Result<long>>(i => i.Run(world.Id, to, "请说明", "2026-11-26", actor, default));
        async Task<IEnumerable<string>> Numbers(Actor actor) => (await services.With<FindOrders, OrderListView>(f => f.Page(null, 0, 50, actor, default))).Rows.Select(r => r.Number);
    }

    [Theory, Engines]
    public async Task A_number_of_another_year_that_holds_this_one_does_not_count(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await Issue()).Value;
        await world.Services.With<Store>(s => s.Execute("UPDATE workflow_orders SET number = '督〔2025〕2026号'", default));
        _ = (await Issue()).Value;
        Assert.Equal(["督〔2026〕1号", "督〔2025〕2026号"], (await world.Services.With<FindOrders, OrderListView>(f => f.Page(null, 0, 50, Authority, default))).Rows.Select(r => r.Number));

        Task<Result<long>> Issue() => world.Services.With<IssueOrder, Result<long>>(i => i.Run(world.Id, "Provider", "请说明", "2026-11-26", Authority, default));
    }

    [Theory, Engines]
    public async Task What_is_not_answered_in_time_is_told_once_and_shown_as_late(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        _ = (await world.Dispatch()).Value;
        var liaison = await services.Hire("何志强", world.Provides, Roles.Liaison);
        _ = (await services.With<IssueOrder, Result<long>>(i => i.Run(world.Id, "Provider", "请说明", "2026-11-26", Authority, default))).Value;
        await services.With<WatchOrders>(w => w.Run(default));
        Assert.Single(await services.Told(liaison));
        services.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 27, 2, 0, 0, TimeSpan.Zero));
        await services.With<WatchOrders>(w => w.Run(default));
        await services.With<WatchOrders>(w => w.Run(default));
        Assert.Equal([NoticeKind.Order, NoticeKind.Overdue], (await services.Told(liaison)).Select(n => n.Kind));
        var late = await services.With<FindOrders, OrderListView>(f => f.Page(FindOrders.Late, 0, 50, Authority, default));
        Assert.Equal(-1, Assert.Single(late.Rows).Left);
    }
}
