using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class StateTests
{
    [Theory, Engines]
    public async Task A_draft_goes_by_the_head_and_the_authority_into_force_and_gets_both_codes(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        Assert.True((await world.Submit(id)).Ok);
        Assert.Equal(ResourceState.InReview, (await world.Row(id)).State);
        Assert.True((await world.Review(id, CatalogWorld.Consent)).Ok);
        var row = await world.Row(id);
        Assert.Equal((ResourceState.Published, 1), (row.State, row.Version));
        Assert.True(CatalogCode.Parse(row.Code, "code").Ok);
        Assert.EndsWith("/000001", row.NationalCode, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Another_units_draft_is_not_there(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        Assert.Equal(FaultKind.NotFound, (await world.Services.With<ReadResource, Result<ResourceView>>(read => read.Run(id, world.Stranger, default))).Faults[0].Kind);
        Assert.Equal(FaultKind.NotFound, (await world.Update(id, 1, CatalogWorld.Complete, world.Stranger)).Faults[0].Kind);
        Assert.True((await world.Services.With<ReadResource, Result<ResourceView>>(read => read.Run(id, world.Authority, default))).Ok);
    }

    [Theory, Engines]
    public async Task An_incomplete_draft_names_all_it_owes_at_once(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft(new() { Name = "空目录" });
        var faults = (await world.Submit(id)).Faults.Select(f => f.Field);
        Assert.Superset(new HashSet<string?> { "summary", "formats", "dataLevel", "systemName", "frequency", "items", "share" }, faults.ToHashSet());
    }

    [Theory, Engines]
    public async Task What_is_returned_goes_back_with_its_reason(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        await world.Submit(id);
        Assert.Equal("opinion", (await world.Review(id, new SignOffInput(false, ""))).Faults[0].Field);
        Assert.True((await world.Review(id, new SignOffInput(false, "摘要太短"))).Ok);
        Assert.Equal(ResourceState.Draft, (await world.Row(id)).State);
    }

    [Theory, Engines]
    public async Task A_change_leaves_what_is_in_force_until_the_authority_agrees(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published();
        Assert.True((await world.Update(id, (await world.Row(id)).Edit, CatalogWorld.Complete with { Frequency = UpdateFrequency.Daily })).Ok);
        var between = await world.Row(id);
        Assert.Equal((ResourceState.Changing, UpdateFrequency.Monthly), (between.State, between.Frequency));
        await world.Submit(id);
        await world.Review(id, CatalogWorld.Consent);
        var after = await world.Row(id);
        Assert.Equal((ResourceState.Published, UpdateFrequency.Daily, 2, between.Code), (after.State, after.Frequency, after.Version, after.Code));
        var view = (await world.Services.With<ReadResource, Result<ResourceView>>(read => read.WithHistory(id, world.Liaison, default))).Value;
        Assert.Equal([2, 1], view.Versions.Select(v => v.Number));
    }

    [Theory, Engines]
    public async Task Withdrawing_needs_a_reason_and_keeps_the_record(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published();
        Assert.Equal("why", (await Withdraw(world, id, "")).Faults[0].Field);
        Assert.True((await Withdraw(world, id, "系统停用")).Ok);
        Assert.True((await world.Services.With<ReadResource, Result<ResourceView>>(read => read.Run(id, world.Stranger, default))).Ok);
        Assert.Equal(CatalogFaults.NotEditable, (await world.Update(id, (await world.Row(id)).Edit, CatalogWorld.Complete)).Faults[0]);
    }

    [Theory, Engines]
    public async Task A_classification_mark_is_refused_before_anything_is_saved(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var result = await world.Services.With<SaveResource, Result<long>>(save => save.Create(CatalogWorld.Complete with { Summary = "秘密★5年" }, world.Liaison, default));
        Assert.False(result.Ok);
        Assert.Equal(0, await world.Services.With<Store, int>(store => Task.FromResult(store.Set<Resource>().Count())));
    }

    private static Task<Result<Done>> Withdraw(CatalogWorld world, long id, string why) =>
        world.Services.With<WithdrawResource, Result<Done>>(withdraw => withdraw.Run(id, why, world.Authority, default));
}
