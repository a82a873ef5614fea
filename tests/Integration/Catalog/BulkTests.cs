using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources.Bulk;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class BulkTests
{
    [Theory, Engines]
    public async Task Complete_drafts_are_handed_in_with_one_consent_and_incomplete_ones_stay(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Draft(), await world.Draft(CatalogWorld.Complete with { Name = "第二个" }), await world.Draft(new() { Name = "不完整" })];
        var done = (await Submit(world, ids)).Value;
        Assert.Equal((2, 1), (done.Done, done.Left));
        Assert.Equal(ResourceState.Draft, (await world.Row(ids[2])).State);
        Assert.Equal(1, await Events(world, CatalogAudit.SubmittedMany));
    }

    [Theory, Engines]
    public async Task Publishing_many_is_one_decision_and_undoing_it_brings_back_each_state(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var fresh = await world.Draft();
        var changed = await world.Published(CatalogWorld.Complete with { Name = "变更的" });
        await world.Update(changed, (await world.Row(changed)).Edit, CatalogWorld.Complete with { Name = "变更的", Frequency = UpdateFrequency.Daily });
        await world.Submit(fresh);
        await world.Submit(changed);
        var done = (await Review(world, [fresh, changed], CatalogWorld.Consent)).Value;
        Assert.Equal((2, UpdateFrequency.Daily), (done.Done, (await world.Row(changed)).Frequency));

        var undone = (await Undo(world, done.Decision)).Value;
        Assert.Equal((2, 0), (undone.Done, undone.Left));
        Assert.Equal((ResourceState.InReview, 0), ((await world.Row(fresh)).State, (await world.Row(fresh)).Version));
        var back = await world.Row(changed);
        Assert.Equal((ResourceState.ChangeInReview, 1, UpdateFrequency.Monthly), (back.State, back.Version, back.Frequency));
        await world.Review(changed, CatalogWorld.Consent);
        Assert.Equal((2, UpdateFrequency.Daily), ((await world.Row(changed)).Version, (await world.Row(changed)).Frequency));
        Assert.Equal("decision.undone", (await Undo(world, done.Decision)).Faults[0].Code);
    }

    [Theory, Engines]
    public async Task Undoing_brings_back_the_items_that_the_lists_point_at(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published();
        var before = await Items(world, id);
        await world.Update(id, (await world.Row(id)).Edit, CatalogWorld.Complete with { Items = [new() { Name = "住址" }] });
        await world.Submit(id);
        var done = (await Review(world, [id], CatalogWorld.Consent)).Value;
        Assert.NotEqual(before, await Items(world, id));
        await Undo(world, done.Decision);
        Assert.Equal(before, await Items(world, id));
    }

    [Theory, Engines]
    public async Task What_somebody_went_on_with_is_left_alone_by_the_undoing(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        await world.Submit(id);
        var done = (await Review(world, [id], CatalogWorld.Consent)).Value;
        await world.Update(id, (await world.Row(id)).Edit, CatalogWorld.Complete with { Summary = "接着改" });
        Assert.Equal("catalog.bulk.moved-on", Assert.Single((await Undo(world, done.Decision)).Faults).Code);
        Assert.Equal(ResourceState.Changing, (await world.Row(id)).State);
    }

    [Theory, Engines]
    public async Task What_changed_after_it_was_seen_is_not_published_with_the_rest(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Draft(), await world.Draft(CatalogWorld.Complete with { Name = "第二个" })];
        foreach (var id in ids) await world.Submit(id);
        var seen = new Dictionary<long, int> { [ids[0]] = (await world.Row(ids[0])).Edit, [ids[1]] = (await world.Row(ids[1])).Edit - 1 };
        var done = (await Review(world, seen, CatalogWorld.Consent)).Value;
        Assert.Equal((1, 1, ResourceState.InReview), (done.Done, done.Left, (await world.Row(ids[1])).State));
    }

    [Theory, Engines]
    public async Task Only_who_may_decide_may_take_it_back_and_no_unit_is_not_one_unit(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        var submitted = (await Submit(world, [id])).Value;
        Assert.Equal("catalog.bulk.not-yours", (await Undo(world, submitted.Decision, world.Head with { Roles = new HashSet<string> { Roles.Legal } })).Faults[0].Code);
        var published = (await Review(world, [id], CatalogWorld.Consent)).Value;
        Assert.Equal("decision.not-found", (await Undo(world, published.Decision, world.Authority with { PersonId = 77 })).Faults[0].Code);
        Assert.True((await Undo(world, published.Decision)).Ok);
    }

    [Theory, Engines]
    public async Task All_of_a_filter_means_the_units_own_for_handing_in(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var own = await world.Draft();
        var theirs = await world.Published(CatalogWorld.Complete with { Name = "别人的" });
        await world.Update(theirs, (await world.Row(theirs)).Edit, CatalogWorld.Complete with { Name = "别人的", Summary = "变更" });
        var mine = await world.Draft(author: world.Stranger);
        var rows = await world.Services.With<BulkChoice, IReadOnlyList<ChosenResource>>(choice => choice.Rows([own, theirs, mine], [ResourceState.Draft, ResourceState.Changing], own: true, world.Stranger, default));
        Assert.Equal([mine], rows.Select(r => r.Id));
    }

    [Theory, Engines]
    public async Task After_midnight_in_Shanghai_it_is_too_late_to_undo(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        await world.Submit(id);
        var done = (await Review(world, [id], new SignOffInput(false, "请补充摘要"))).Value;
        world.Services.Clock.Advance(TimeSpan.FromHours(15));
        Assert.Equal("decision.too-late", (await Undo(world, done.Decision)).Faults[0].Code);
    }

    private static Task<Result<BulkResult>> Submit(CatalogWorld world, long[] ids) =>
        world.Services.With<SubmitMany, Result<BulkResult>>(many => many.Run(ids, "测试", true, CatalogWorld.Consent, world.Head, default));

    private static async Task<Result<BulkResult>> Review(CatalogWorld world, long[] ids, SignOffInput verdict)
    {
        var seen = new Dictionary<long, int>();
        foreach (var id in ids) seen[id] = (await world.Row(id)).Edit;
        return await Review(world, seen, verdict);
    }

    private static Task<Result<BulkResult>> Review(CatalogWorld world, Dictionary<long, int> seen, SignOffInput verdict) =>
        world.Services.With<ReviewMany, Result<BulkResult>>(many => many.Run(seen, "测试", verdict, world.Authority, default));

    private static Task<Result<BulkResult>> Undo(CatalogWorld world, long decision, Actor? actor = null) =>
        world.Services.With<UndoBulk, Result<BulkResult>>(undo => undo.Run(decision, actor ?? world.Authority, default));

    private static Task<List<string>> Items(CatalogWorld world, long id) =>
        world.Services.With<Store, List<string>>(store => store.Set<Item>().Where(i => i.ResourceId == id).OrderBy(i => i.Place).Select(i => i.Name + i.Id).ToListAsync());

    private static Task<int> Events(CatalogWorld world, AuditAction action) => world.Services.With<Store, int>(store => store.Set<AuditEvent>().CountAsync(e => e.Action == action.Code));
}
