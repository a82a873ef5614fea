using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Integration.Workflow.Notices;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Objections;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class ObjectionTests
{
    [Theory, Engines]
    public async Task All_that_is_wrong_is_said_at_once_and_who_does_not_use_the_data_owes_proof(Engine engine)
    {
        await using var world = await ObjectionWorld.Create(engine);
        var refused = await world.Raise(new ObjectionDraft(world.Resource, [7], "Nonsense", "", "身份证号 11010519491231002X", ""), proof: false);
        Assert.Equal(["what", "shouldBe", "wrong", "item", "record", "proof"], refused.Faults.Select(f => f.Field));
        Assert.Equal("workflow.objection.own", (await world.Raise(ObjectionWorld.Draft(world.Resource), unit: world.Provides)).Faults[0].Code);
        Assert.Equal("standards.classification-mark", (await world.Raise(ObjectionWorld.Draft(world.Resource) with { What = "机密★10年" })).Faults[0].Code);
        Assert.True((await world.Raise(ObjectionWorld.Draft(world.Resource))).Ok);
    }

    [Theory, Engines]
    public async Task An_accepted_one_marks_the_data_until_the_result_which_is_due_in_ten_working_days(Engine engine)
    {
        await using var world = await ObjectionWorld.Create(engine);
        var id = (await world.Raise(ObjectionWorld.Draft(world.Resource))).Value;
        Assert.Equal(new DateOnly(2026, 12, 7), (await world.Row(id)).DueOn);
        Assert.Empty(await world.Marks());
        Assert.Equal("workflow.objection.not-yours", (await world.Accept(id, world.Asks)).Faults[0].Code);
        Assert.Equal("workflow.objection.not-found", (await world.Accept(id, await world.Services.Unit("示例市气象局"))).Faults[0].Code);
        Assert.True((await world.Accept(id)).Ok);
        Assert.Equal([world.Item], (await world.Marks())[world.Resource].Items);

        Assert.Equal(["result", "outcome"], (await world.Verify(id, "", "", null)).Faults.Select(f => f.Field));
        Assert.Equal("workflow.objection.corrected.required", (await world.Verify(id, nameof(Outcome.Corrected), "已补推", null)).Faults[0].Code);
        Assert.True((await world.Verify(id, nameof(Outcome.Corrected), "已补推", new DateOnly(2026, 11, 23))).Ok);
        Assert.Empty(await world.Marks());
        var view = await world.Show(id);
        Assert.Equal(("已更正", 1), (view.Content.Outcome, view.Told.Count));
        Assert.Equal([("T4", "已完成"), ("P18", "计时中")], view.Clocks.Select(c => (c.Timer, c.State)));
        Assert.True((await world.Act<AcceptResult>(id, world.Asks, (a, edit, actor) => a.Run(id, edit, "", actor, default))).Ok);
        Assert.Equal((ObjectionState.Closed, true), ((await world.Row(id)).State, (await world.Row(id)).ClosedAt is not null));
    }

    [Theory, Engines]
    public async Task The_source_is_asked_while_the_term_goes_on_and_the_authority_is_asked_once(Engine engine)
    {
        await using var world = await ObjectionWorld.Create(engine);
        var source = await world.Services.Unit("示例市气象局");
        var id = (await world.Raise(ObjectionWorld.Draft(world.Resource))).Value;
        _ = (await world.Accept(id)).Value;
        Assert.Equal("workflow.objection.source.own", (await Hand(world.Provides)).Faults[0].Code);
        Assert.True((await Hand(source)).Ok);
        Assert.Equal((ObjectionState.AtSource, new DateOnly(2026, 12, 7)), ((await world.Row(id)).State, (await world.Row(id)).DueOn));
        Assert.Single(await world.Todos(source));
        Assert.True((await world.Act<AnswerAsSource>(id, source, (a, edit, actor) => a.Run(id, edit, "源头是 12 月的版本", actor, default))).Ok);
        _ = (await world.Verify(id, nameof(Outcome.Correct), "与源头一致", null)).Value;
        Assert.True((await Insist()).Ok);
        Assert.Equal(1, (await world.Todos(0, Roles.Authority)).Count(t => t.Href.EndsWith($"/{id}", StringComparison.Ordinal)));
        Assert.True((await world.Act<DecideObjection>(id, 3, (d, edit, actor) => d.Run(id, edit, false, "请再核对", actor, default), Roles.Authority)).Ok);
        Assert.Equal(["T4 Done", "P18 Done", "P19 Done", "T4 Running"], (await world.Services.With<Store, List<Clock>>(s => s.Set<Clock>().Where(c => c.CaseId == id).OrderBy(c => c.Id).ToListAsync())).Select(c => $"{c.Timer} {c.State}"));
        Assert.NotEmpty(await world.Marks());
        _ = (await world.Verify(id, nameof(Outcome.Correct), "仍然一致", null)).Value;
        Assert.Equal("workflow.objection.insist.once", (await Insist()).Faults[0].Code);

        Task<Result<Done>> Hand(long unit) => world.Act<HandToSource>(id, world.Provides, (h, edit, actor) => h.Run(id, edit, unit, "", "请核对", actor, default));
        Task<Result<Done>> Insist() => world.Act<InsistOnObjection>(id, world.Asks, (i, edit, actor) => i.Run(id, edit, "窗口看到的不一样", actor, default));
    }

    [Theory, Engines]
    public async Task Every_unit_that_uses_the_data_is_told_what_the_verification_found_and_no_other(Engine engine)
    {
        await using var world = await ObjectionWorld.Create(engine);
        var services = world.Services;
        var (user, waits) = (await services.Unit("示例市卫健委"), await services.Unit("示例市气象局"));
        await Use(user, "InUse");
        await Use(waits, "ToAnswer");
        var (told, untold, verifies) = (await services.Hire("陈静", user, Roles.Liaison), await services.Hire("周", waits, Roles.Liaison), await services.Hire("何志强", world.Provides, Roles.Liaison));
        var id = (await world.Raise(ObjectionWorld.Draft(world.Resource))).Value;
        _ = (await world.Accept(id)).Value;
        Assert.Empty(await services.Told(told));
        var edit = (await world.Row(id)).Edit;
        Assert.True((await services.With<VerifyData, Result<Done>>(v => v.Run(id, edit, nameof(Outcome.Correct), "与源头一致", null, verifies, default))).Ok);
        Assert.Equal(["“{0}”的数据异议已核实：{1}。"], (await services.Told(told)).Select(n => n.Text));
        Assert.Empty(await services.Told(untold));
        Assert.Equal([world.Asks, user], (await services.With<Store, List<ToldUnit>>(s => s.Set<ToldUnit>().Where(t => t.ObjectionId == id).ToListAsync())).Select(t => t.UnitId).Order());

        async Task Use(long unit, string state)
        {
            var demand = await services.Drafted(unit, DemandWorld.Complete with { Name = $"积水点位 {unit}", ProviderId = world.Provides, Items = [new(world.Resource, world.ItemId, world.Item)] });
            _ = (await services.Submit(demand, unit, role: Roles.UnitHead)).Value;
            _ = (await services.Check(demand)).Value;
            await services.With<Store>(s => s.Execute($"UPDATE workflow_cases SET state = '{state}' WHERE id = @id", default, ("id", demand)));
        }
    }

    [Theory, Engines]
    public async Task An_open_one_goes_with_the_duty_within_the_same_term(Engine engine)
    {
        await using var world = await ObjectionWorld.Create(engine);
        var services = world.Services;
        var taker = await services.Unit("示例市水务局", "00999055");
        var liaison = await services.Hire("罗岚", taker, Roles.Liaison);
        var id = (await world.Raise(ObjectionWorld.Draft(world.Resource))).Value;
        _ = (await world.Accept(id)).Value;
        var due = (await world.Row(id)).DueOn;
        var scope = new DutyScope([world.Provides], taker, false, new HashSet<long> { world.Resource });
        Assert.Empty(await Move(scope with { Resources = new HashSet<long> { 1 } }));
        // The raiser cannot verify its own objection.
        Assert.NotEmpty((await Move(scope with { To = world.Asks })).Single().Stays);
        Assert.Equal(world.Provides, (await world.Row(id)).ProviderId);

        Assert.Equal((id, "核实中", due, ""), (await Move(scope)).Select(r => (r.Id, r.State, r.Due, r.Stays)).Single());
        var row = await world.Row(id);
        Assert.Equal((taker, due, ObjectionState.Tracing), (row.ProviderId, row.DueOn, row.State));
        Assert.Equal([taker], (await services.With<Store, List<Clock>>(s => s.Set<Clock>().Where(c => c.CaseId == id && c.StoppedOn == null).ToListAsync())).Select(c => c.OwnerId));
        Assert.Equal(("改由划入单位核实", "示例市公安局 → 示例市水务局（示编〔2026〕8号）"), (await world.Show(id)).Steps[^1] is var step ? (step.Act, step.Note) : default);
        Assert.Single(await services.Told(liaison));
        Assert.Equal("workflow.objection.not-found", (await world.Act<VerifyData>(id, world.Provides, (v, edit, actor) => v.Run(id, edit, nameof(Outcome.Correct), "一致", null, actor, default))).Faults[0].Code);
        Assert.True((await world.Act<VerifyData>(id, taker, (v, edit, actor) => v.Run(id, edit, nameof(Outcome.Correct), "一致", null, actor, default))).Ok);

        async Task<IReadOnlyList<DutyRow>> Move(DutyScope what)
        {
            await using var whole = services.Scope();
            var (duties, store) = (whole.ServiceProvider.GetServices<IDutyHolder>().OfType<ObjectionDuties>().Single(), whole.ServiceProvider.GetRequiredService<Store>());
            await using var transaction = await store.Database.BeginTransactionAsync();
            var rows = await duties.Move(what, new DutyReason("示例市公安局", "示例市水务局", "示编〔2026〕8号", new DateOnly(2026, 11, 23)), Person(3, Roles.Authority), default);
            await store.SaveChangesAsync();
            await duties.Stamp([.. rows.Where(r => r.Stays.Length == 0)], default);
            await transaction.CommitAsync();
            return rows;
        }
    }

    [Theory, Engines]
    public async Task What_is_no_matter_of_verification_ends_with_the_other_way_named(Engine engine)
    {
        await using var world = await ObjectionWorld.Create(engine);
        var id = (await world.Raise(ObjectionWorld.Draft(world.Resource))).Value;
        Assert.Equal("way", (await Point("")).Faults[0].Field);
        Assert.True((await Point("对处罚决定不服，请申请行政复议")).Ok);
        var row = await world.Row(id);
        Assert.Equal((ObjectionState.Elsewhere, null, null), (row.State, row.DueOn, row.ContestedOn));

        Task<Result<Done>> Point(string way) => world.Act<PointElsewhere>(id, world.Provides, (p, edit, actor) => p.Run(id, edit, way, actor, default));
    }

    [Theory, Engines]
    public async Task Of_two_who_act_at_once_one_wins_and_the_other_is_told(Engine engine)
    {
        await using var world = await ObjectionWorld.Create(engine);
        var id = (await world.Raise(ObjectionWorld.Draft(world.Resource))).Value;
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.Services.With<AcceptObjection, Result<Done>>(a => a.Run(id, 1, "", Person(world.Provides, Roles.Liaison), default))));
        Assert.Single(both, r => r.Ok);
        Assert.Contains(both.Single(r => !r.Ok).Faults[0].Code, (string[])["workflow.objection.changed", "workflow.objection.not-now"]);
    }
}
