using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Systems;
using Qingdan.Catalog.Systems.Planning;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Systems;

public sealed class PlanTests
{
    private static readonly SystemDraft Coming = new() { Name = "婚姻登记系统", State = "Building", Project = "2026-017" };

    private static readonly PlanRow[] Rows =
    [
        new() { Name = "婚姻登记信息", Items = "姓名\n登记日期\n离婚日期", Share = "Conditional", Frequency = "Daily" },
        new() { Name = "收养登记信息", Items = "收养人\n被收养人" },
        new(),
    ];

    [Theory, Engines]
    public async Task A_plan_becomes_drafts_once_and_the_check_tells_what_is_missing(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = (await world.System(Coming)).Value;
        Assert.Equal(2, (await Save(world, id, 1, Rows)).Value);
        await world.Published();
        Assert.Equal([PlanOutcome.Catalogued, PlanOutcome.Missing], (await Compare(world, id)).Select(l => l.Outcome));
        Assert.Equal(["缺数据项：{0}", "更新频率：计划{0}，目录{1}"], (await Compare(world, id))[0].Differences.Select(d => d.Text));
        Assert.Equal(1, (await Draft(world, id)).Value);
        Assert.Equal(["catalog.system.plan.nothing-to-draft"], (await Draft(world, id)).Codes());
        var made = (await Compare(world, id))[1];
        Assert.Equal((PlanOutcome.InMaking, "收养登记信息"), (made.Outcome, made.Found));
        var row = await world.Row(made.ResourceId);
        Assert.Equal(("婚姻登记系统", ResourceState.Draft, world.Liaison.UnitId), (row.SystemName, row.State, row.ProviderId));
        Assert.Equal(["收养人", "被收养人"], await world.Services.With<Store, List<string>>(s => s.Set<Item>().Where(i => i.ResourceId == row.Id).OrderBy(i => i.Place).Select(i => i.Name).ToListAsync()));

        await world.Update(row.Id, row.Edit, CatalogWorld.Complete with { Name = "收养登记簿" });
        await world.Draft(CatalogWorld.Complete with { Name = "殡葬服务价格" });
        Assert.Equal([PlanOutcome.Catalogued, PlanOutcome.Renamed, PlanOutcome.Extra], (await Compare(world, id)).Select(l => l.Outcome));
    }

    [Theory, Engines]
    public async Task All_faults_of_the_rows_are_said_at_once_and_a_running_system_is_not_planned(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = (await world.System(Coming)).Value;
        var wrong = await Save(world, id, 1, [new() { Items = "姓名" }, new() { Name = "甲", Share = "Perhaps" }, new() { Name = " 甲。" }]);
        Assert.Equal([("rows[0].name", 1), ("rows[1].share", 2), ("rows[2].name", 3)], wrong.Faults.Select(f => (f.Field!, (int)f.Args[0])));
        Assert.True((await Save(world, id, 1, Rows)).Ok);
        Assert.Equal(["catalog.system.plan.changed"], (await Save(world, id, 1, Rows)).Codes());
        Assert.Equal(FaultKind.NotFound, (await Save(world, id, 2, Rows, world.Stranger)).Faults[0].Kind);
        await world.System(Coming with { State = "Running" }, id, 2);
        Assert.Equal(["catalog.system.plan.launched"], (await Save(world, id, 3, Rows)).Codes());
    }

    [Theory, Engines]
    public async Task A_person_decides_on_what_was_seen_and_the_lines_stay_as_they_were(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = (await world.System(Coming)).Value;
        Assert.Equal(["catalog.system.check.no-plan"], (await Record(world, id, new())).Codes());
        await Save(world, id, 1, Rows);
        Assert.Equal(["catalog.system.check.verdict", "catalog.system.check.checker", "catalog.system.check.day"], (await Record(world, id, new())).Codes());
        var input = new CheckInput { Verdict = "pass", Checker = "陈工", CheckedOn = "2026-11-20", Digest = PlanCheck.Digest(await Compare(world, id)) };
        Assert.Equal(["catalog.system.check.remark"], (await Record(world, id, input)).Codes());
        Assert.Equal(["catalog.system.check.future"], (await Record(world, id, input with { CheckedOn = "2030-01-01", Remark = "略" })).Codes());
        await world.Published();
        Assert.Equal(["catalog.system.check.moved"], (await Record(world, id, input with { Remark = "12 月前补编" })).Codes());
        var seen = await Compare(world, id);
        var check = (await Record(world, id, input with { Remark = "12 月前补编", Digest = PlanCheck.Digest(seen) }, world.Authority)).Value;
        await Draft(world, id);
        var kept = await world.Services.With<ReadSystem, (CheckRow Row, IReadOnlyList<PlanLine> Lines)?>(read => read.Check(id, check, default));
        Assert.Equal(PlanCheck.Write(seen), PlanCheck.Write(kept!.Value.Lines));
        Assert.True(Assert.Single((await world.ShowSystem(id)).Value.Taken).Passed);
        Assert.Equal(FaultKind.NotFound, (await Record(world, id, input, world.Stranger)).Faults[0].Kind);
    }

    private static Task<Result<int>> Save(CatalogWorld world, long id, int edit, PlanRow[] rows, Actor? by = null) => world.Services.With<SavePlan, Result<int>>(save => save.Run(id, edit, rows, by ?? world.Liaison, default));

    private static Task<Result<int>> Draft(CatalogWorld world, long id) => world.Services.With<DraftPlan, Result<int>>(draft => draft.Run(id, world.Liaison, default));

    private static Task<Result<long>> Record(CatalogWorld world, long id, CheckInput input, Actor? by = null) => world.Services.With<RecordCheck, Result<long>>(record => record.Run(id, input, by ?? world.Liaison, default));

    private static Task<IReadOnlyList<PlanLine>> Compare(CatalogWorld world, long id) => world.Services.With<ComparePlan, IReadOnlyList<PlanLine>>(async compare =>
        await compare.Run(await world.Services.With<Store, InformationSystem>(s => s.Set<InformationSystem>().SingleAsync(x => x.Id == id)), default));
}
