using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Disputes;
using Qingdan.Workflow.Disputes.Viewing;
using Qingdan.Workflow.Meetings;
using Qingdan.Workflow.Meetings.Viewing;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class DisputeTests
{
    private static readonly SignOffInput Minutes = new(true, "", new PaperSignature("李卫东", new DateOnly(2026, 11, 20), "示数会纪〔2026〕3 号", 77));

    [Theory, Engines]
    public async Task A_refusal_is_disputed_talked_over_coordinated_and_decided(Engine engine)
    {
        await using var world = await Refused(engine);
        Assert.Equal("workflow.text.required", (await Raise(world, "")).Faults[0].Code);
        var id = (await Raise(world, "依据不适用于点位编号")).Value;
        Assert.Equal("workflow.dispute.open", (await Raise(world, "再提一次")).Faults[0].Code);
        // Ten working days of talks: a practice, since the law sets none.
        Assert.Equal(new DateOnly(2026, 12, 7), (await Dispute(world, id)).DueOn);
        Assert.Equal("workflow.case.not-yours", (await Move(world, id, DisputeAct.Escalate, world.Provides, Roles.UnitHead)).Faults[0].Code);
        Assert.True((await Move(world, id, DisputeAct.Escalate, world.Asks, Roles.Liaison)).Ok);
        Assert.Equal("workflow.dispute.not-now", (await Move(world, id, DisputeAct.Agree, world.Provides, Roles.UnitHead)).Faults[0].Code);
        Assert.True((await Move(world, id, DisputeAct.ReportUp, 3, Roles.Authority)).Ok);
        Assert.Equal("document", (await Move(world, id, DisputeAct.Decide, 3, Roles.Authority)).Faults[0].Field);
        var granted = (await Answers(world)).Take(1).ToDictionary(a => a.ItemId, _ => Verdict.Verify);
        Assert.True((await Move(world, id, DisputeAct.Decide, 3, Roles.Authority, "示府办函〔2026〕9 号", granted)).Ok);

        Assert.Equal([(Verdict.Refuse, Verdict.Verify), (Verdict.Refuse, Verdict.Refuse)], (await Answers(world)).Select(a => (a.Verdict, a.Standing)));
        var row = await world.Case();
        Assert.Equal((CaseState.ToSupply, null), (row.State, row.ClosedAt));
        Assert.NotNull(row.DueOn);
        var view = (await world.Services.With<ShowDispute, Result<DisputeView>>(s => s.Run(id, Person(world.Asks, Roles.Liaison), default))).Value;
        Assert.Equal(("已解决", "示府办函〔2026〕9 号", 4), (view.Row.State, view.DocumentNumber, view.Steps.Count));
        Assert.Equal([("涉及国家安全", "以核验方式满足"), ("涉及国家安全", "")], view.Items.Select(i => (i.Reason, i.Settled)));
    }

    [Theory, Engines]
    public async Task What_the_two_units_agree_on_is_supplied_and_what_stays_refused_opens_nothing(Engine engine)
    {
        await using var world = await Refused(engine);
        var first = (await Raise(world, "依据不适用")).Value;
        // Nothing granted is nothing agreed on: whoever accepts the answer withdraws.
        Assert.Equal("workflow.dispute.agreed-on-nothing", (await Move(world, first, DisputeAct.Agree, world.Provides, Roles.UnitHead)).Faults.Single().Code);
        Assert.True((await Move(world, first, DisputeAct.Drop, world.Asks, Roles.Liaison)).Ok);
        Assert.Equal(CaseState.Refused, (await world.Case()).State);
        var second = (await Raise(world, "又有新的依据")).Value;
        var all = (await Answers(world)).ToDictionary(a => a.ItemId, _ => Verdict.Agree);
        Assert.Equal("workflow.case.not-yours", (await Move(world, second, DisputeAct.Agree, world.Provides, Roles.Liaison, verdicts: all)).Faults[0].Code);
        Assert.True((await Move(world, second, DisputeAct.Agree, world.Provides, Roles.UnitHead, verdicts: all)).Ok);
        Assert.Equal(CaseState.ToSupply, (await world.Case()).State);
        Assert.Equal("workflow.dispute.nothing", (await Raise(world, "还有")).Faults[0].Code);
    }

    [Theory, Engines]
    public async Task A_meeting_settles_several_matters_with_one_number_or_none_of_them(Engine engine)
    {
        await using var world = await Refused(engine);
        var dispute = (await Raise(world, "依据不适用")).Value;
        _ = (await Move(world, dispute, DisputeAct.Escalate, world.Asks, Roles.Liaison)).Value;
        var nobody = await Nobody(world);
        var offered = await world.Services.With<FindMatters, IReadOnlyList<OfferedMatter>>(f => f.Run(default));
        Assert.Equal([$"Dispute:{dispute}", $"Provider:{nobody}"], offered.Select(o => o.Key));
        var id = (await world.Services.With<PlanMeeting, Result<long>>(p => p.Run(new("第三次会商", new DateOnly(2026, 11, 25), "三楼会议室", [.. offered.Select(o => o.Key)]), Person(3, Roles.Authority), default))).Value;
        Assert.Empty(await world.Services.With<FindMatters, IReadOnlyList<OfferedMatter>>(f => f.Run(default)));

        // An unknown unit: nothing of it is entered.
        var wrong = await Conclude(world, id, [new(1, "Grant", "同意共享"), new(2, "Name", "由其提供", "没有这个局")]);
        Assert.Equal(["matters[2].provider"], wrong.Faults.Select(f => f.Field));
        Assert.Equal((DisputeState.Coordinating, CaseState.Refused), ((await Dispute(world, dispute)).State, (await world.Case()).State));
        Assert.Equal(["matters[1].conclusion", "matters[2].outcome"], (await Conclude(world, id, [new(1, "Grant", ""), new(2, "Grant", "不对")])).Faults.Select(f => f.Field));
        Assert.Contains("workflow.meeting.minutes.required", (await Conclude(world, id, [new(1, "Grant", "同意"), new(2, "Defer", "再议")], new SignOffInput(true, ""))).Faults.Select(f => f.Code));

        Assert.True((await Conclude(world, id, [new(1, "Grant", "同意共享"), new(2, "Name", "由公安局提供", "示例市公安局")])).Ok);
        Assert.Equal((DisputeState.Settled, "示数会纪〔2026〕3 号"), ((await Dispute(world, dispute)).State, (await Dispute(world, dispute)).DocumentNumber));
        Assert.Equal(CaseState.ToSupply, (await world.Case()).State);
        Assert.Equal(world.Provides, (await world.Services.Demand(nobody)).ProviderId);
        var view = (await world.Services.With<ShowMeeting, Result<MeetingView>>(s => s.Run(id, Person(3, Roles.Authority), default))).Value;
        var agenda = AgendaLetter.Write(view, "市数据局", new DateOnly(2026, 11, 24));
        Assert.Equal(("2026年11月25日", "依据不适用", "谁都没有的数据"), (agenda.Facts["会商日期"], agenda.Facts["事由1"], agenda.Facts["议题2"]));
        Assert.Equal(["同意共享", "指定提供单位"], view.Matters.Select(m => m.Outcome));
        Assert.False(view.MayConclude);
        Assert.Equal("workflow.meeting.not-now", (await Conclude(world, id, [])).Faults[0].Code);
    }

    [Theory, Engines]
    public async Task A_meeting_grants_item_by_item_and_says_so(Engine engine)
    {
        await using var world = await Refused(engine);
        var dispute = (await Raise(world, "依据不适用")).Value;
        _ = (await Move(world, dispute, DisputeAct.Escalate, world.Asks, Roles.Liaison)).Value;
        var id = (await world.Services.With<PlanMeeting, Result<long>>(p => p.Run(new("第四次会商", new DateOnly(2026, 11, 25), "三楼会议室", [$"Dispute:{dispute}"]), Person(3, Roles.Authority), default))).Value;
        var items = (await Answers(world)).ConvertAll(a => a.ItemId);
        var view = (await world.Services.With<ShowMeeting, Result<MeetingView>>(s => s.Run(id, Person(3, Roles.Authority), default))).Value;
        Assert.Equal(items, view.Matters[0].Items.Select(i => i.Id));
        // Whoever comes reads why each item was refused.
        var agenda = AgendaLetter.Write(view, "市数据局", new DateOnly(2026, 11, 24));
        Assert.Equal(("涉及国家安全", "《反恐怖主义法》第一条", view.Matters[0].Items[1].Name), (agenda.Facts["理由1.1"], agenda.Facts["依据1.2"], agenda.Facts["数据项1.2"]));

        Assert.Equal("workflow.meeting.grants-nothing", (await Conclude(world, id, [Said([(items[0], Verdict.Refuse)])])).Faults[0].Code);
        Assert.Equal(("workflow.dispute.item", "matters[1].outcome"), (await Conclude(world, id, [Said([(77, Verdict.Agree)])])).Faults.Select(f => (f.Code, f.Field)).Single());
        Assert.True((await Conclude(world, id, [Said([(items[0], Verdict.Refuse), (items[1], Verdict.Mask)])])).Ok);

        Assert.Equal([Verdict.Refuse, Verdict.Mask], (await Answers(world)).Select(a => a.Standing));
        Assert.Equal(CaseState.ToSupply, (await world.Case()).State);
        view = (await world.Services.With<ShowMeeting, Result<MeetingView>>(s => s.Run(id, Person(3, Roles.Authority), default))).Value;
        Assert.Equal(("部分同意共享", 0), (view.Matters[0].Outcome, view.Matters[0].Items.Count));

        static MatterInput Said((long, Verdict)[] verdicts) => new(1, "Grant", "逐项结论见纪要", Verdicts: verdicts.ToDictionary(v => v.Item1, v => v.Item2));
    }

    private static async Task<CaseWorld> Refused(Engine engine)
    {
        var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Refuse, "涉及国家安全", "反恐怖主义法", "第一条")).Value;
        _ = (await world.Sign()).Value;
        return world;
    }

    private static async Task<long> Nobody(CaseWorld world)
    {
        var id = await world.Services.Drafted(world.Asks, DemandWorld.Complete with { Name = "谁都没有的数据", ProviderId = 0 });
        _ = (await world.Services.Submit(id, world.Asks, role: Roles.UnitHead)).Value;
        _ = (await world.Services.Check(id)).Value;
        return id;
    }

    private static Task<Result<long>> Raise(CaseWorld world, string claim) => world.Services.With<RaiseDispute, Result<long>>(r => r.Run(world.Id, claim, Person(world.Asks, Roles.Liaison), default));

    private static async Task<Result<Done>> Move(CaseWorld world, long id, DisputeAct act, long unit, string role, string document = "", IReadOnlyDictionary<long, Verdict>? verdicts = null)
    {
        var edit = (await Dispute(world, id)).Edit;
        return await world.Services.With<MoveDispute, Result<Done>>(m => m.Run(id, edit, act, new DisputeInput("如实说明", document, verdicts), Person(unit, role), default));
    }

    private static async Task<Result<Done>> Conclude(CaseWorld world, long id, IReadOnlyList<MatterInput> said, SignOffInput? minutes = null)
    {
        var edit = await world.Services.With<Store, int>(s => s.Set<Meeting>().Where(m => m.Id == id).Select(m => m.Edit).SingleAsync());
        return await world.Services.With<ConcludeMeeting, Result<Done>>(c => c.Run(id, edit, minutes ?? Minutes, said, Person(3, Roles.Authority), default));
    }

    private static Task<Dispute> Dispute(CaseWorld world, long id) => world.Services.With<Store, Dispute>(s => s.Set<Dispute>().AsNoTracking().SingleAsync(d => d.Id == id));

    private static Task<List<CaseAnswer>> Answers(CaseWorld world) => world.Services.With<Store, List<CaseAnswer>>(s => s.Set<CaseAnswer>().AsNoTracking().Where(a => a.CaseId == world.Id).OrderBy(a => a.Place).ToListAsync());
}
