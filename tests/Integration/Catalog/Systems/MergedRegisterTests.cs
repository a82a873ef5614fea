using Microsoft.AspNetCore.Http;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Systems;
using Qingdan.Organizations.Merging;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Systems;

/// <summary>A merge moves no row: the merged unit's systems and duties are the surviving unit's from then on, also where both have one of the same name.</summary>
public sealed class MergedRegisterTests
{
    private static readonly SystemDraft System = new() { Name = "便民服务系统", Aliases = "便民系统" };
    private static readonly DutyDraft Duty = new() { Name = "便民服务", Basis = "“三定”规定" };

    [Theory, Engines]
    public async Task Its_systems_are_seen_counted_and_kept_by_the_surviving_unit(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (own, theirs) = ((await world.System(System)).Value, (await world.System(System, by: world.Stranger)).Value);
        var resource = await world.Draft(CatalogWorld.Complete with { Name = "户籍信息", SystemName = "户籍系统" }, world.Stranger);
        var household = (await world.System(new SystemDraft { Name = "户籍系统" }, by: world.Stranger)).Value;
        await Merge(world);
        var view = (await world.ShowSystem(household)).Value;
        Assert.Equal((true, "示例市民政局", world.Liaison.UnitId, resource), (view.Keeps, view.Unit, view.UnitId, Assert.Single(view.Resources).Id));
        var list = await world.Services.With<FindSystems, SystemList>(find => find.Run(new QueryState(new DefaultHttpContext()), world.Liaison, default));
        Assert.Equal((3, "市民政局"), (list.Total, list.Rows.Select(r => r.Unit).Distinct().Single()));
        Assert.Equal(3, (await world.Layers()).Systems);

        // Two of one name stand there until somebody stops or renames one; both can be edited meanwhile.
        Assert.True((await world.System(System with { Project = "XM-1" }, own, 1)).Ok);
        Assert.True((await world.System(System with { State = "Stopped", Why = "并入民政局的系统" }, theirs, 1)).Ok);
        Assert.Equal(["catalog.system.name.taken"], (await world.System(new SystemDraft { Name = "户籍系统" })).Codes());
        Assert.Equal(["catalog.system.name.taken"], (await world.System(System with { Aliases = "户籍系统" }, own, 2)).Codes());
    }

    [Theory, Engines]
    public async Task Its_duties_are_seen_kept_and_linked_by_the_surviving_unit(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (own, theirs) = ((await world.Duty(Duty)).Value, (await world.Duty(Duty, by: world.Stranger)).Value);
        var (resource, system) = (await world.Draft(), (await world.System(System, by: world.Stranger)).Value);
        await Merge(world);
        Assert.Equal(2, (await world.Services.With<LinkDuty, Result<int>>(link => link.Add(theirs, new([resource], [system]), world.Liaison, default))).Value);
        var view = (await world.Services.With<ReadDuty, Result<DutyView>>(read => read.Run(theirs, "", world.Liaison, default))).Value;
        Assert.Equal((true, "示例市民政局", resource, system), (view.Keeps, view.Unit, Assert.Single(view.Resources).Id, Assert.Single(view.Systems).Id));
        Assert.Equal(2, (await world.Services.With<FindDuties, DutyList>(find => find.Run(new QueryState(new DefaultHttpContext()), world.Liaison, default))).Total);
        Assert.True((await world.Duty(Duty with { Note = "合并后" }, own, 1)).Ok);
        Assert.True((await world.Duty(Duty with { State = "Ended", Why = "与民政局的同一项职责合并" }, theirs, 1)).Ok);
        Assert.Equal(["catalog.duty.name.taken"], (await world.Duty(Duty)).Codes());
    }

    private static async Task Merge(CatalogWorld world) =>
        Assert.True((await world.Services.With<MergeOrganizations, Result<Done>>(merge => merge.Run(world.Stranger.UnitId, world.Liaison.UnitId, Actor.System, default))).Ok);
}
