using Qingdan.Catalog.Coverage;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Systems;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Systems;

public sealed class DutyTests
{
    private static readonly DutyDraft Registering = new() { Name = "婚姻登记管理", Basis = "市民政局“三定”规定" };

    [Theory, Engines]
    public async Task Resources_and_systems_are_linked_by_hand_and_only_the_units_own(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (mine, theirs) = (await world.Published(), await world.Draft(author: world.Stranger));
        var system = (await world.System(new SystemDraft { Name = "婚姻登记系统" })).Value;
        var duty = (await world.Duty(Registering)).Value;
        Assert.Equal(mine, Assert.Single((await Show(world, duty)).Value.Further).Id);
        Assert.Equal(2, (await Link(world, duty, [mine, theirs], [system])).Value);
        Assert.Equal(0, (await Link(world, duty, [mine], [])).Value);
        var view = (await Show(world, duty)).Value;
        Assert.Equal((mine, system, 0), (Assert.Single(view.Resources).Id, Assert.Single(view.Systems).Id, view.FurtherTotal));
        Assert.Equal(duty, Assert.Single((await world.ShowSystem(system)).Value.Duties).Id);
        var layers = await world.Services.With<ReadSystem, ResourceLayers?>(read => read.Of(mine, world.Liaison.UnitId, "婚姻登记系统", world.Liaison, default));
        Assert.Equal((system, duty), (layers!.Systems[0].Id, layers.Duties[0].Id));
        Assert.Null(await world.Services.With<ReadSystem, ResourceLayers?>(read => read.Of(mine, world.Liaison.UnitId, "婚姻登记系统", world.Stranger, default)));
    }

    [Theory, Engines]
    public async Task A_duty_without_a_resource_in_force_is_open_until_one_is(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var duty = (await world.Duty(Registering)).Value;
        var draft = await world.Draft();
        await Link(world, duty, [draft], []);
        Assert.Equal((1, 1), ((await world.Layers()).Duties, (await world.Layers()).Idle));
        await world.Submit(draft);
        await world.Review(draft, CatalogWorld.Consent);
        Assert.Equal((1, 0), ((await world.Layers()).Duties, (await world.Layers()).Idle));
        Assert.Equal(1, (await world.Services.With<LinkDuty, Result<int>>(link => link.Remove(duty, new([draft], []), world.Liaison, default))).Value);
        Assert.Equal(1, (await world.Layers()).Idle);
        Assert.Equal(["catalog.duty.registered", "catalog.duty.linked", "catalog.duty.unlinked"], await world.Audited(duty));
    }

    [Theory, Engines]
    public async Task Faults_conflicts_and_the_end_of_a_duty(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        Assert.Equal(["catalog.duty.name.required", "catalog.duty.basis.required", "catalog.duty.state.required"], (await world.Duty(new DutyDraft { State = "Lost" })).Codes());
        var id = (await world.Duty(Registering)).Value;
        Assert.Equal(["catalog.duty.name.taken"], (await world.Duty(Registering with { Name = "婚姻登记 管理" })).Codes());
        Assert.Equal(["catalog.duty.why.required"], (await world.Duty(Registering with { State = "Ended" }, id, 1)).Codes());
        Assert.True((await world.Duty(Registering with { State = "Ended", Why = "机构改革划出" }, id, 1)).Ok);
        Assert.Equal(["catalog.register.changed"], (await world.Duty(Registering, id, 1)).Codes());
        Assert.Equal(["catalog.duty.ended"], (await Link(world, id, [await world.Draft()], [])).Codes());
        Assert.Equal(FaultKind.NotFound, (await Show(world, id, world.Stranger)).Faults[0].Kind);
        Assert.Equal(0, (await world.Layers()).Duties);
    }

    [Theory, Engines]
    public async Task Every_figure_opens_to_its_rows(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published();
        await world.Draft(CatalogWorld.Complete with { Name = "收养登记信息", SystemName = "" });
        await world.Draft(CatalogWorld.Complete with { Name = "救助信息", SystemName = "救助系统" });
        await world.System(new SystemDraft { Name = "救助系统" });
        await world.System(new SystemDraft { Name = "老旧系统" });
        await world.System(new SystemDraft { Name = "新系统", State = "Planned" });
        await world.Duty(Registering);
        var total = await world.Layers(world.Authority);
        Assert.Equal((2, 2, 1, 1, 3, 1, 1, 1), (total.Systems, total.Bare, total.Duties, total.Idle, total.Resources, total.Unnamed, total.Unregistered, total.Names));
        Assert.Equal([("救助系统", 1), ("老旧系统", null)], (await Rows(world, CoverageList.Bare)).Select(r => (r.Name, r.Count)));
        Assert.Equal(["婚姻登记管理"], (await Rows(world, CoverageList.Idle)).Select(r => r.Name));
        Assert.Equal(["婚姻登记系统"], (await Rows(world, CoverageList.Unregistered)).Select(r => r.Name));
        Assert.Equal(["婚姻登记信息"], (await Rows(world, CoverageList.Unregistered, "婚姻登记系统")).Select(r => r.Name));
        Assert.Equal(["收养登记信息"], (await Rows(world, CoverageList.Unnamed)).Select(r => r.Name));
        Assert.Equal(0, (await world.Layers(world.Stranger)).Systems);
    }

    private static Task<IReadOnlyList<CoverageRow>> Rows(CatalogWorld world, CoverageList list, string name = "") => world.Services.With<ReadCoverage, IReadOnlyList<CoverageRow>>(async read =>
    {
        var picture = await read.Run(world.Authority, default);
        return await world.Services.With<ListCoverage, IReadOnlyList<CoverageRow>>(async lists => (await lists.Run(picture, list, 0, name, 0, 100, default)).Rows);
    });

    private static Task<Result<int>> Link(CatalogWorld world, long duty, long[] resources, long[] systems) =>
        world.Services.With<LinkDuty, Result<int>>(link => link.Add(duty, new(resources, systems), world.Liaison, default));

    private static Task<Result<DutyView>> Show(CatalogWorld world, long id, Actor? by = null) => world.Services.With<ReadDuty, Result<DutyView>>(read => read.Run(id, "", by ?? world.Liaison, default));
}
