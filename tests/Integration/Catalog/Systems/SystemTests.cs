using Qingdan.Catalog.Systems;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Systems;

public sealed class SystemTests
{
    private static readonly SystemDraft Marriage = new() { Name = "婚姻登记系统", Aliases = "婚登系统\n婚姻信息系统", Protection = "Third", LaunchedOn = "2021-03-01" };

    [Theory, Engines]
    public async Task A_resource_is_linked_by_any_name_of_the_system_and_follows_its_text(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var resource = await world.Published();
        var system = (await world.System(Marriage)).Value;
        Assert.Equal(resource, Assert.Single((await world.ShowSystem(system)).Value.Resources).Id);

        var draft = await world.Draft(CatalogWorld.Complete with { Name = "收养登记信息", SystemName = "婚登 系统；收养系统" });
        Assert.Equal(2, (await world.ShowSystem(system)).Value.ResourceTotal);
        await world.Update(draft, 1, CatalogWorld.Complete with { Name = "收养登记信息", SystemName = "收养系统" });
        Assert.Equal(1, (await world.ShowSystem(system)).Value.ResourceTotal);

        await world.Draft(author: world.Stranger);
        Assert.Equal(1, (await world.ShowSystem(system)).Value.ResourceTotal);
    }

    [Theory, Engines]
    public async Task All_faults_are_said_at_once_and_a_name_means_one_system_of_the_unit(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var wrong = await world.System(new SystemDraft { Name = " ", State = "Sold", Protection = "9", LaunchedOn = "昨天", Note = "密级：机密" });
        Assert.Equal(["catalog.system.name.required", "standards.classification-mark", "catalog.system.state.required", "catalog.system.protection.unknown", "catalog.system.launched.unknown"], wrong.Codes());
        Assert.True((await world.System(Marriage)).Ok);
        Assert.Equal(["catalog.system.name.taken"], (await world.System(new SystemDraft { Name = "婚登系统" })).Codes());
        Assert.True((await world.System(Marriage, by: world.Stranger)).Ok);
    }

    [Theory, Engines]
    public async Task The_second_of_two_savers_is_told_and_stopping_needs_a_reason(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = (await world.System(Marriage)).Value;
        Assert.True((await world.System(Marriage with { Project = "XM-1" }, id, 1)).Ok);
        Assert.Equal(["catalog.register.changed"], (await world.System(Marriage with { Project = "XM-2" }, id, 1)).Codes());
        Assert.Equal(["catalog.system.why.required"], (await world.System(Marriage with { State = "Stopped" }, id, 2)).Codes());
        Assert.True((await world.System(Marriage with { State = "Stopped", Why = "并入一网通办" }, id, 2)).Ok);
        Assert.Equal(["catalog.system.registered", "catalog.system.changed", "catalog.system.stopped"], await world.Audited(id));
    }

    [Theory, Engines]
    public async Task Another_unit_neither_sees_nor_writes_it_and_the_city_sees_it(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = (await world.System(Marriage)).Value;
        Assert.Equal(FaultKind.NotFound, (await world.ShowSystem(id, world.Stranger)).Faults[0].Kind);
        Assert.Equal(FaultKind.NotFound, (await world.System(Marriage, id, 1, world.Stranger)).Faults[0].Kind);
        Assert.Equal(FaultKind.NotFound, (await world.System(Marriage, id, 1, world.Authority with { UnitId = 77 })).Faults[0].Kind);
        Assert.False((await world.ShowSystem(id, world.Authority)).Value.Keeps);
        Assert.True((await world.ShowSystem(id, new Actor(8, "审", 0, "", new HashSet<string> { Roles.Auditor }))).Ok);
    }

    [Theory, Engines]
    public async Task What_resources_name_is_registered_in_one_step_and_confirmed_by_saving(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        foreach (var (name, system) in new[] { ("甲", "婚姻登记系统"), ("乙", "婚姻登记 系统"), ("丙", "救助系统；无"), ("丁", "暂无"), ("戊", "") })
            await world.Draft(CatalogWorld.Complete with { Name = name, SystemName = system });
        var before = await world.Layers();
        Assert.Equal((2, 3, 2), (before.Names, before.Unregistered, before.Unnamed));
        Assert.Equal(2, (await Register(world)).Value);
        var after = await world.Layers();
        Assert.Equal((0, 0, 2, 2, 2), (after.Names, after.Unregistered, after.Unnamed, after.Systems, after.Bare));
        Assert.Equal(["catalog.system.none-found"], (await Register(world)).Codes());
    }

    [Theory, Engines]
    public async Task Of_many_who_give_one_alias_at_once_one_has_it_and_the_others_are_told(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var saved = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => world.System(new SystemDraft { Name = $"系统{i}", Aliases = "便民系统" }))));
        Assert.Single(saved, s => s.Ok);
        Assert.All(saved.Where(s => !s.Ok), s => Assert.Equal(["catalog.system.name.taken"], s.Codes()));
    }

    private static Task<Result<int>> Register(CatalogWorld world) => world.Services.With<RegisterFoundSystems, Result<int>>(register => register.Run(world.Liaison, default));
}
