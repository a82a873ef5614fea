using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Updates;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class UpdateTests
{
    [Theory, Engines]
    public async Task All_that_is_wrong_is_said_at_once_and_a_local_regulation_starts_no_term(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        var refused = await world.Open(new UpdateDraft(0, "Nonsense", "", new DateOnly(2026, 11, 24), "", [7]));
        Assert.Equal(["basis", "what", "unit", "cause", "changedOn"], refused.Faults.Select(f => f.Field));
        Assert.Equal(["workflow.update.day.required", "workflow.update.resources.foreign"], (await world.Open(world.Draft with { ChangedOn = null, ResourceIds = [7] })).Faults.Select(f => f.Code));
        Assert.Equal("workflow.update.basis.level", (await world.Open(world.Draft with { Cause = nameof(ChangeCause.Law), Basis = "《上海市数据条例》" })).Faults[0].Code);
        Assert.Equal("workflow.update.basis.other-cause", (await world.Open(world.Draft with { Cause = nameof(ChangeCause.StateCouncilDecision), Basis = "政务数据共享条例" })).Faults[0].Code);
        Assert.Equal("workflow.update.not-yours", (await world.Open(world.Draft, Person(world.Other, Roles.Liaison))).Faults[0].Code);
        Assert.Equal("workflow.update.not-yours", (await world.Open(world.Draft, Person(world.Unit, Roles.Auditor))).Faults[0].Code);
        Assert.True((await world.Open(world.Draft with { Cause = nameof(ChangeCause.Law), Basis = "统计法" }, Person(3, Roles.DataCentre))).Ok);
        Assert.True((await world.Open(world.Draft with { UnitId = 0 }, Person(world.Unit, Roles.UnitHead))).Ok);
    }

    [Theory, Engines]
    public async Task The_term_counts_from_the_change_and_one_written_down_late_has_run_out(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        var (soon, late) = ((await world.Open(world.Draft)).Value, (await world.Open(world.Draft with { ChangedOn = new DateOnly(2026, 11, 2) })).Value);
        Assert.Equal((new DateOnly(2026, 12, 4), new DateOnly(2026, 11, 16)), ((await world.Row(soon)).DueOn!.Value, (await world.Row(late)).DueOn!.Value));
        var view = await world.Show(late);
        Assert.Equal((new DateOnly(2026, 11, 16), -5, 5), (view.Content.LateAtOpening!.Value, view.Row.Left!.Value, view.May.MostExtension));
        Assert.Null((await world.Show(soon)).Content.LateAtOpening);
        Assert.Equal([late, soon], (await world.Todos(world.Unit)).Select(t => long.Parse(t.Href.Split('/')[^1], null)));
        Assert.Empty(await world.Todos(world.Other));
        await world.Services.With<WatchTerms>(w => w.Run(default));
        Assert.Equal(["escalated", "late"], await world.Services.With<Store, List<string>>(s => s.Query("SELECT w.code FROM workflow_warnings w JOIN workflow_clocks c ON c.id = w.clock_id WHERE c.case_id = @id ORDER BY w.code", r => r.GetString(0), default, ("id", late))));
    }

    [Theory, Engines]
    public async Task More_time_is_asked_for_once_and_the_authority_grants_up_to_five_days(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        var id = (await world.Open(world.Draft)).Value;
        Assert.Equal(["extensionReason", "days"], (await Ask(6, "")).Faults.Select(f => f.Field));
        Assert.True((await Ask(3, "系统改造")).Ok);
        Assert.Equal("workflow.extension.once", (await Ask(3, "再要")).Faults[0].Code);
        Assert.Equal("单位申请延长更新期限，同意或者不同意", (await world.Todos(0, Roles.Authority)).Single().Task);
        Assert.Equal("workflow.update.not-yours", (await Verdict(true, authority: false)).Faults[0].Code);
        Assert.Equal("extensionOpinion", (await Verdict(false)).Faults[0].Field);
        Assert.True((await Verdict(true)).Ok);
        Assert.Equal((new DateOnly(2026, 12, 9), 3, 0), ((await world.Row(id)).DueOn!.Value, (await world.Row(id)).Extended, (await world.Row(id)).ExtensionDays));
        // Sent back, it goes on to the same day.
        _ = (await world.Mark(id, "不受影响")).Value;
        Assert.True((await world.Submit(id)).Ok);
        Assert.Equal(new DateOnly(2026, 11, 25), (await world.Row(id)).DueOn);
        Assert.Equal("opinion", (await world.Decide(id, false)).Faults[0].Field);
        Assert.True((await world.Decide(id, false, "社会组织登记要改")).Ok);
        Assert.Equal((UpdateState.ToUpdate, new DateOnly(2026, 12, 9)), ((await world.Row(id)).State, (await world.Row(id)).DueOn!.Value));
        Assert.Equal(["T5 Done", "T6 Done", "T5 Running"], (await world.Services.With<Store, List<Clock>>(s => s.Set<Clock>().Where(c => c.CaseId == id).OrderBy(c => c.Id).ToListAsync())).Select(c => $"{c.Timer} {c.State}"));

        Task<Result<Done>> Ask(int days, string reason) => world.Act<AskMoreTime, Done>(id, (a, edit, actor) => a.Run(id, edit, days, reason, actor, default));
        Task<Result<Done>> Verdict(bool agrees, bool authority = true) => world.Act<DecideMoreTime, Done>(id, (d, edit, actor) => d.Run(id, edit, agrees, "", actor, default), authority);
    }

    [Theory, Engines]
    public async Task It_is_handed_in_when_each_resource_is_and_ends_by_itself_with_the_last_publication(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        var id = (await world.Open(world.Draft)).Value;
        Assert.Equal("workflow.update.owed", (await world.Submit(id)).Faults[0].Code);
        await world.HandIn(world.First);
        await world.HandIn(world.Second);
        Assert.Equal(["已报送审核", "已报送审核"], (await world.Show(id)).Resources.Rows.Select(r => r.Progress));
        Assert.Equal("workflow.update.unaffected.done", (await world.Mark(id, "不改", world.First)).Faults[0].Code);
        Assert.True((await world.Submit(id)).Ok);
        Assert.Equal("workflow.update.waiting", (await world.Decide(id, true)).Faults[0].Code);
        await world.Publish(world.First);
        Assert.Equal(UpdateState.ToReview, (await world.Row(id)).State);
        world.Services.Clock.Advance(TimeSpan.FromDays(1));
        await world.Publish(world.Second);
        var (row, view) = (await world.Row(id), await world.Show(id));
        Assert.Equal((UpdateState.Published, null, true), (row.State, row.DueOn, row.ClosedAt is not null));
        Assert.Equal(("目录全部发布，系统办结", Actor.System.Name), (view.Steps[^1].Act, view.Steps[^1].Person));
        Assert.All(view.Clocks, c => Assert.Equal("已完成", c.State));
    }

    [Theory, Engines]
    public async Task What_is_marked_the_authority_looks_at_itself(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        var id = (await world.Open(world.Draft)).Value;
        Assert.Equal(["reason", "resource"], (await world.Mark(id, "", 7)).Faults.Select(f => f.Field));
        Assert.Equal(1, (await world.Mark(id, "职责没有变", world.First)).Value);
        await world.HandIn(world.Second);
        Assert.True((await world.Submit(id)).Ok);
        await world.Publish(world.Second);
        Assert.Equal(UpdateState.ToReview, (await world.Row(id)).State);
        Assert.True((await world.Decide(id, true)).Ok);
        Assert.Equal(UpdateState.Published, (await world.Row(id)).State);
    }

    [Theory, Engines]
    public async Task That_nothing_is_needed_the_authority_confirms_and_a_mistake_it_takes_back(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        var id = (await world.Open(world.Draft with { ResourceIds = [] })).Value;
        Assert.Equal("note", (await world.Submit(id)).Faults[0].Field);
        Assert.True((await world.Act<AddConcerned, int>(id, (a, edit, actor) => a.Run(id, edit, [world.First], actor, default))).Ok);
        Assert.Equal([world.First], await world.Resources(id));
        Assert.True((await No("条文没有涉及目录")).Ok);
        Assert.Equal(("P28", UpdateState.ToAgree), ((await Running(id)).Timer, (await world.Row(id)).State));
        Assert.Equal("opinion", (await Agree(false)).Faults[0].Field);
        Assert.True((await Agree(false, "条件变了")).Ok);
        Assert.Equal(("T5", new DateOnly(2026, 12, 4)), ((await Running(id)).Timer, (await world.Row(id)).DueOn!.Value));
        _ = (await No("已经核对，确实不涉及")).Value;
        Assert.True((await Agree(true)).Ok);
        Assert.Equal(UpdateState.NotNeeded, (await world.Row(id)).State);

        var mistaken = (await world.Open(world.Draft)).Value;
        Assert.Equal("workflow.update.not-yours", (await Withdraw(mistaken, "登记错了", authority: false)).Faults[0].Code);
        Assert.Equal("withdrawal", (await Withdraw(mistaken, "")).Faults[0].Field);
        Assert.True((await Withdraw(mistaken, "登记错了")).Ok);
        Assert.Equal("workflow.update.not-now", (await world.Submit(mistaken)).Faults[0].Code);

        Task<Result<Done>> No(string reason) => world.Act<DeclareNoNeed, Done>(id, (d, edit, actor) => d.Run(id, edit, reason, actor, default));
        Task<Result<Done>> Agree(bool agrees, string opinion = "") => world.Act<DecideNoNeed, Done>(id, (d, edit, actor) => d.Run(id, edit, agrees, opinion, actor, default), authority: true);
        Task<Result<Done>> Withdraw(long which, string reason, bool authority = true) => world.Act<WithdrawUpdate, Done>(which, (w, edit, actor) => w.Run(which, edit, reason, actor, default), authority);
        Task<Clock> Running(long which) => world.Services.With<Store, Clock>(s => s.Set<Clock>().SingleAsync(c => c.CaseId == which && c.State == ClockState.Running));
    }

    [Theory, Engines]
    public async Task A_unit_that_the_law_does_not_govern_and_a_change_from_before_it_have_terms_of_practice(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        var company = (await world.Services.With<CreateOrganization, Result<long>>(c => c.Run(new OrganizationDraft { Name = "示例市供水集团有限公司", ShortName = "供水集团", Kind = nameof(OrganizationKind.PublicService) }, Actor.System, default))).Value;
        var id = (await world.Open(world.Draft with { UnitId = company, ResourceIds = [] })).Value;
        Assert.Equal(new DateOnly(2026, 12, 4), (await world.Row(id)).DueOn);
        _ = (await world.Act<SubmitUpdate, Done>(id, (s, edit, actor) => s.Run(id, edit, "新编了供水目录", actor, default), unit: company)).Value;
        Assert.Equal(["P27", "P28"], await Timers(id));
        var before = (await world.Open(world.Draft with { ChangedOn = new DateOnly(2025, 7, 31) })).Value;
        Assert.Equal(["P27"], await Timers(before));
        Assert.Equal(0, (await world.Show(before)).May.MostExtension);

        Task<List<string>> Timers(long of) => world.Services.With<Store, List<string>>(s => s.Set<Clock>().Where(c => c.CaseId == of).OrderBy(c => c.Id).Select(c => c.Timer).ToListAsync());
    }

    [Theory, Engines]
    public async Task Of_two_who_act_at_once_one_wins_and_the_other_is_told(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        var id = (await world.Open(world.Draft with { ResourceIds = [] })).Value;
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.Services.With<DeclareNoNeed, Result<Done>>(d => d.Run(id, 1, "不涉及", Person(world.Unit, Roles.Liaison), default))));
        Assert.Single(both, r => r.Ok);
        Assert.Contains(both.Single(r => !r.Ok).Faults[0].Code, (string[])["workflow.update.changed", "workflow.update.not-now"]);
    }
}
