using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Integration.Workflow.Notices;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Notices;
using Qingdan.Workflow.Objections;
using Qingdan.Workflow.Objections.Viewing;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>Who hears of an objection: whose turn it is, the other parties, and who uses the data.</summary>
public sealed class ObjectionNoticeTests
{
    [Theory, Engines]
    public async Task Whose_turn_it_is_and_the_other_parties_are_told_of_each_step(Engine engine)
    {
        await using var world = await ObjectionWorld.Create(engine);
        var services = world.Services;
        var unit = await services.Unit("示例市气象局");
        var (raiser, provider, source, authority) = (await services.Hire("陈静", world.Asks, Roles.Liaison), await services.Hire("何志强", world.Provides, Roles.Liaison), await services.Hire("周敏", unit, Roles.Liaison), await services.Hire("李卫东", await services.Unit("示例市数据局"), Roles.Authority));
        var id = (await world.Raise(ObjectionWorld.Draft(world.Resource))).Value;
        Assert.Equal([(NoticeKind.Turn, "待受理")], await Told(provider));
        _ = (await world.Accept(id)).Value;
        _ = (await world.Act<HandToSource>(id, world.Provides, (h, edit, actor) => h.Run(id, edit, unit, "", "请核对", actor, default))).Value;
        Assert.Equal([(NoticeKind.Turn, "溯源核实中")], await Told(source));
        Assert.Equal((NoticeKind.Progress, "溯源核实中"), (await Told(raiser))[^1]);
        _ = (await world.Act<AnswerAsSource>(id, unit, (a, edit, actor) => a.Run(id, edit, "源头如此", actor, default))).Value;
        Assert.Equal((NoticeKind.Turn, "核实中"), (await Told(provider))[^1]);
        _ = (await world.Verify(id, nameof(Outcome.Correct), "与源头一致", null)).Value;
        Assert.Equal((NoticeKind.Turn, "待提出单位确认"), (await Told(raiser))[^1]);
        Assert.Empty(await Told(authority));
        _ = (await world.Act<InsistOnObjection>(id, world.Asks, (i, edit, actor) => i.Run(id, edit, "窗口看到的不一样", actor, default))).Value;
        Assert.Equal([(NoticeKind.Turn, "待主管部门决定")], await Told(authority));
        Assert.Equal((NoticeKind.Progress, "待主管部门决定"), (await Told(source))[^1]);

        async Task<List<(NoticeKind, string)>> Told(Actor person) => (await services.Told(person)).ConvertAll(n => (n.Kind, System.Text.Json.JsonSerializer.Deserialize<string[]>(n.Args)![^1]));
    }

    [Theory, Engines]
    public async Task A_unit_that_was_told_the_result_reads_the_objection_without_its_proof_and_does_nothing_in_it(Engine engine)
    {
        await using var world = await ObjectionWorld.Create(engine);
        var services = world.Services;
        var user = await services.Unit("示例市卫健委");
        var demand = await services.Drafted(user, DemandWorld.Complete with { Name = "积水点位", ProviderId = world.Provides, Items = [new(world.Resource, world.ItemId, world.Item)] });
        _ = (await services.Submit(demand, user, role: Roles.UnitHead)).Value;
        _ = (await services.Check(demand)).Value;
        await services.With<Store>(s => s.Execute("UPDATE workflow_cases SET state = 'InUse' WHERE id = @id", default, ("id", demand)));
        var id = (await world.Raise(ObjectionWorld.Draft(world.Resource))).Value;
        _ = (await world.Accept(id)).Value;
        Assert.Equal("workflow.objection.not-found", (await Read(user)).Faults[0].Code);
        _ = (await world.Verify(id, nameof(Outcome.Corrected), "已补推", new DateOnly(2026, 11, 23))).Value;

        var read = (await Read(user)).Value;
        Assert.Equal(("已更正", "已补推", 0, false), (read.Content.Outcome, read.Content.Result, read.Proof.Count, read.May.SeesProof));
        Assert.Equal((1, true), ((await world.Show(id)).Proof.Count, (await world.Show(id)).May.SeesProof));
        Assert.Equal("workflow.objection.not-yours", (await world.Act<AcceptResult>(id, user, (a, edit, actor) => a.Run(id, edit, "", actor, default))).Faults[0].Code);
        Assert.Equal("workflow.objection.not-found", (await Read(await services.Unit("示例市气象局"))).Faults[0].Code);

        Task<Result<ObjectionView>> Read(long unit) => services.With<ShowObjection, Result<ObjectionView>>(s => s.Run(id, Person(unit, Roles.Liaison), default));
    }
}
