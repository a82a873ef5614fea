using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Clocks;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class CaseTests
{
    private static readonly DisposalInput Record = new("防汛调度", "逐日查看", "提前两小时发现积水", "本地未存储", "接口已关闭，缓存已清除", new DateOnly(2026, 11, 23));

    [Theory, Engines]
    public async Task A_case_goes_from_dispatch_to_its_end_and_each_term_has_its_law(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        Assert.Equal((CaseState.ToDispatch, new DateOnly(2026, 11, 25)), ((await world.Case()).State, (await world.Case()).DueOn!.Value));
        Assert.True((await world.Dispatch()).Ok);
        // 目录外: fifteen working days (上海市数据条例 39), the answer of a city department.
        Assert.Equal(new DateOnly(2026, 12, 14), (await world.Case()).DueOn);
        Assert.True((await world.Answer(Verdict.Agree)).Ok);
        Assert.True((await world.Sign()).Ok);
        // The stricter reading: the fifteen days are those until the data are there, and go on.
        Assert.Equal(new DateOnly(2026, 12, 14), (await world.Case()).DueOn);
        Assert.True((await world.Supply()).Ok);
        Assert.Equal((CaseState.InUse, null), ((await world.Case()).State, (await world.Case()).DueOn));
        Assert.True((await world.End()).Ok);
        Assert.Equal(["scene", "course", "effect", "storage", "destruction", "destroyedOn"], (await world.Dispose(new("", "", "", "", "", null))).Faults.Select(f => f.Field));
        Assert.True((await world.Dispose(Record)).Ok);
        var row = await world.Case();
        Assert.Equal(CaseState.Closed, row.State);
        Assert.NotNull(row.ClosedAt);
        Assert.Equal(["P4", "P1", "T7", "P11"], (await Clocks(world)).Select(c => c.Timer));
        Assert.All(await Clocks(world), c => Assert.Equal(ClockState.Done, c.State));
    }

    [Theory, Engines]
    public async Task A_refusal_owes_reason_and_basis_for_each_item_and_the_heads_signature(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        Assert.Equal(6, (await world.Answer(Verdict.Refuse)).Faults.Count);
        Assert.True((await world.Answer(Verdict.Refuse, "涉及国家安全", "反恐怖主义法", "第一条")).Ok);
        Assert.Contains("workflow.case.head.required", (await world.Sign(role: Roles.Liaison)).Faults.Select(f => f.Code));
        Assert.True((await world.Sign(agrees: false)).Ok);
        Assert.Equal(CaseState.ToAnswer, (await world.Case()).State);
        _ = (await world.Answer(Verdict.Refuse, "涉及国家安全", "反恐怖主义法", "第一条")).Value;
        Assert.True((await world.Sign()).Ok);
        Assert.Equal(CaseState.Refused, (await world.Case()).State);
    }

    [Theory, Engines]
    public async Task What_is_missing_is_named_once_and_the_clock_stands_still_meanwhile(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        var due = (await world.Case()).DueOn!.Value;
        Assert.True((await world.Missing()).Ok);
        // Meanwhile the requester's own term runs: a practice.
        Assert.Equal(new DateOnly(2026, 12, 7), (await world.Case()).DueOn);
        Assert.Equal([("T7", ClockState.Paused), ("P16", ClockState.Running)], (await Clocks(world)).Where(c => c.StoppedOn is null).Select(c => (c.Timer, c.State)));
        world.Services.Clock.Advance(TimeSpan.FromDays(7));
        Assert.True((await world.Supplement()).Ok);
        // Five working days later than before.
        Assert.Equal(new DateOnly(2026, 12, 21), (await world.Case()).DueOn);
        Assert.Equal(new DateOnly(2026, 12, 14), due);
        Assert.Equal(ClockState.Done, (await Clocks(world)).Single(c => c.Timer == "P16").State);
        Assert.Equal("workflow.supplement.once", (await world.Missing()).Faults[0].Code);
        var edit = await world.Edit();
        Assert.True((await world.Services.With<AllowSupplement, Result<Done>>(a => a.Run(world.Id, edit, "事项有变", Person(3, Roles.Authority), default))).Ok);
        Assert.True((await world.Missing()).Ok);
    }

    [Theory, Engines]
    public async Task An_extension_is_asked_for_with_a_reason_and_decided_by_the_authority(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await world.Services.With<Store>(s => s.Execute("UPDATE lists_demands SET in_catalog = TRUE", default));
        _ = (await world.Dispatch()).Value;
        Assert.Equal(new DateOnly(2026, 12, 7), (await world.Case()).DueOn);
        Assert.Equal(["workflow.text.required", "workflow.extension.days"], (await Ask(11, "")).Faults.Select(f => f.Code));
        Assert.True((await Ask(10, "数据分散在三个系统")).Ok);
        Assert.Equal("workflow.extension.once", (await Ask(1, "再延")).Faults[0].Code);
        var edit = await world.Edit();
        Assert.Equal("workflow.case.not-yours", (await world.Services.With<DecideExtension, Result<Done>>(d => d.Run(world.Id, edit, true, "", Person(3, Roles.DataCentre), default))).Faults[0].Code);
        Assert.True((await world.Services.With<DecideExtension, Result<Done>>(d => d.Run(world.Id, edit, true, "", Person(3, Roles.Authority), default))).Ok);
        Assert.Equal(new DateOnly(2026, 12, 21), (await world.Case()).DueOn);

        _ = (await Ask(3, "再延")).Faults;
        _ = (await world.Answer(Verdict.Agree)).Value;
        _ = (await world.Sign()).Value;
        Assert.Equal(0, (await world.Case()).ExtensionDays);

        async Task<Result<Done>> Ask(int days, string why)
        {
            var at = await world.Edit();
            return await world.Services.With<AskExtension, Result<Done>>(a => a.Run(world.Id, at, days, why, Person(world.Provides, Roles.Liaison), default));
        }
    }

    [Theory, Engines]
    public async Task Of_two_who_act_at_once_one_wins_and_the_other_is_told(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var edit = await world.Edit();
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.Services.With<ActPlainly, Result<Done>>(a => a.Run(world.Id, edit, CaseAct.Dispatch, new PlainInput(""), Person(3, Roles.DataCentre), default))));
        Assert.Single(both, r => r.Ok);
        Assert.Contains(both.Single(r => !r.Ok).Faults[0].Code, (string[])["workflow.case.changed", "workflow.case.not-now"]);
    }

    [Theory, Engines]
    public async Task Others_see_nothing_and_a_draft_is_its_units_own(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var stranger = await world.Services.Unit("示例市气象局");
        Assert.False((await Show(stranger)).Ok);
        Assert.False((await Show(world.Provides)).Ok);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Refuse, "涉及国家安全", "反恐怖主义法", "第一条")).Value;
        Assert.All((await Show(world.Provides)).Value.Items, i => Assert.NotEmpty(i.Reason));
        Assert.All((await Show(world.Asks)).Value.Items, i => Assert.Empty(i.Reason));

        Task<Result<CaseView>> Show(long unit) => world.Services.With<ShowCase, Result<CaseView>>(s => s.Run(world.Id, Person(unit, Roles.Liaison), default));
    }

    [Theory, Engines]
    public async Task A_withdrawn_demand_ends_its_case_until_the_data_are_there(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Agree)).Value;
        _ = (await world.Sign()).Value;
        _ = (await world.Supply()).Value;
        Assert.Equal("workflow.case.withdraw.in-use", (await Withdraw(world)).Faults[0].Code);
        Assert.Equal(DemandState.Listed, (await world.Services.Demand(world.Id)).State);
        await using var other = await CaseWorld.Create(engine);
        _ = (await other.Dispatch()).Value;
        Assert.True((await Withdraw(other)).Ok);
        Assert.Equal((CaseState.Withdrawn, ClockState.Dropped), ((await other.Case()).State, (await Clocks(other))[^1].State));

        static Task<Result<Done>> Withdraw(CaseWorld w) => w.Services.With<WithdrawDemand, Result<Done>>(d => d.Run(w.Id, "不再需要", Person(w.Asks, Roles.Liaison), default));
    }

    [Theory, Engines]
    public async Task The_steps_replayed_give_the_state(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Missing()).Value;
        _ = (await world.Supplement()).Value;
        _ = (await world.Answer(Verdict.Mask, condition: "仅限内网")).Value;
        _ = (await world.Sign()).Value;
        var steps = await world.Services.With<Store, List<CaseStep>>(s => s.Set<CaseStep>().AsNoTracking().OrderBy(x => x.Id).ToListAsync());
        var state = steps.Aggregate(CaseState.InCheck, (at, step) => CaseFlow.Table.First(m => m.From == at && m.Act == step.Act).To);
        Assert.Equal((await world.Case()).State, state);
        var shown = (await world.Services.With<ShowCase, Result<CaseView>>(s => s.Run(world.Id, Person(world.Asks, Roles.Liaison), default))).Value;
        Assert.All(shown.Items, i => Assert.True(i.Marked));
    }

    private static Task<List<Clock>> Clocks(CaseWorld world) => world.Services.With<Store, List<Clock>>(s => s.Set<Clock>().AsNoTracking().Where(c => c.CaseId == world.Id).OrderBy(c => c.Id).ToListAsync());
}
