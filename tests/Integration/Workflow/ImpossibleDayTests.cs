using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Meetings;
using Qingdan.Workflow.Orders;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>Every act that takes a day refuses one that cannot be meant, on its field; and one that stands in the store all the same does not stop the lists.</summary>
public sealed class ImpossibleDayTests
{
    private static readonly DateOnly Far = DateOnly.MaxValue, Early = DateOnly.MinValue;

    [Theory, Engines]
    public async Task The_acts_of_cases_and_orders_refuse_it(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await world.Use();
        Refused("day", "整改期限", await world.Act(CaseAct.Suspend, 3, Roles.Authority, day: Far));
        Refused("day", "续期至", await world.Act(CaseAct.AskRenewal, world.Asks, Roles.Liaison, day: Far));
        Refused("dueOn", "反馈期限", await world.Services.With<IssueOrder, Result<long>>(i => i.Run(world.Id, nameof(Party.Provider), "请按期办理", "9999-12-31", Person(3, Roles.Authority), default)));
        _ = (await world.End()).Value;
        var said = new DisposalInput("核对点位", "每日一次", "节省时间", "已清空", "已销毁", Early);
        // Earlier than the data were there is too early, whichever year it was.
        Assert.Equal("workflow.disposal.day.early", (await world.Dispose(said)).Faults.Single().Code);
        Assert.Equal("workflow.disposal.day.future", (await world.Dispose(said with { DestroyedOn = Far })).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task What_stands_in_the_store_all_the_same_is_shown_and_stops_no_list(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await world.Use();
        _ = (await world.Act(CaseAct.Suspend, 3, Roles.Authority, day: new DateOnly(2026, 12, 31))).Value;
        await world.Services.With<Store>(s => s.Set<Case>().ExecuteUpdateAsync(u => u.SetProperty(c => c.DueOn, Far)));
        var view = (await world.Services.With<ShowCase, Result<CaseView>>(s => s.Run(world.Id, Person(world.Asks, Roles.Liaison), default))).Value;
        Assert.Equal(Far, view.Row.DueOn);
        Assert.True(view.Row.Left > 10_000);
    }

    [Theory, Engines]
    public async Task Meetings_and_signatures_refuse_it(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var planned = await services.With<PlanMeeting, Result<long>>(p => p.Run(new("会商", Far, "三楼", []), Person(3, Roles.Authority), default));
        Refused("meetsOn", "会商日期", planned.Faults.First(f => f.Field == "meetsOn"));
        var faults = await services.With<SignOffBook, List<Fault>>(b => Task.FromResult(b.Check(new SignOffInput(true, "", new PaperSignature("刘志强", Early, "", 7)))));
        Refused("signedOn", "签字日期", faults.Single());
    }

    [Theory, Engines]
    public async Task Corrections_and_changes_refuse_it(Engine engine)
    {
        await using (var world = await ObjectionWorld.Create(engine))
        {
            var id = (await world.Raise(ObjectionWorld.Draft(world.Resource))).Value;
            _ = (await world.Accept(id)).Value;
            // Earlier than the objection, whichever year it was.
            Assert.Equal("workflow.objection.corrected.early", (await world.Verify(id, "Corrected", "已更正", Early)).Faults.Single().Code);
        }
        await using var updates = await UpdateWorld.Create(engine);
        Refused("changedOn", "调整、变化发生之日", await updates.Open(updates.Draft with { ChangedOn = Early }));
    }

    private static void Refused<T>(string field, string name, Result<T> result) => Refused(field, name, result.Faults.Single());

    private static void Refused(string field, string name, Fault fault) => Assert.Equal((field, "day.impossible", name), (fault.Field, fault.Code, fault.Args[0]));
}
