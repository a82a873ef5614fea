using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Items.Prose;
using Qingdan.Catalog.Resources.Bulk;
using Qingdan.Catalog.Todos;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

/// <summary>What summaries name becomes 数据项 when a person of the unit confirms it.</summary>
public sealed class ProposedTests
{
    private static readonly ResourceContent Prose = CatalogWorld.Complete with { Name = "养老机构信息", Summary = "全市养老机构，包括机构名称、地址、床位数等信息。", Items = [] };

    [Theory, Engines]
    public async Task Only_resources_of_ones_unit_without_items_whose_summary_names_some_are_found(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft(Prose);
        await world.Draft();
        await world.Draft(Prose with { Name = "没有写", Summary = "养老机构的名录" });
        await world.Draft(Prose with { Name = "别的单位的" }, world.Stranger);
        var found = Assert.Single((await Page(world)).Items);
        Assert.Equal((id, "市民政局"), (found.Id, found.Provider));
        Assert.Equal(["机构名称", "地址", "床位数"], found.Items.Select(i => i.Name));
    }

    [Theory, Engines]
    public async Task Pages_follow_one_another_and_leave_nothing_out(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var ids = new List<long>();
        for (var i = 0; i < 5; i++) ids.Add(await world.Draft(Prose with { Name = $"第 {i} 个" }));
        var (seen, after) = (new List<long>(), 0L);
        for (var page = await Page(world, after, 2); ; page = await Page(world, after, 2))
        {
            seen.AddRange(page.Items.Select(r => r.Id));
            if (page.Next is not { } next) break;
            after = next;
        }
        Assert.Equal(ids, seen);
    }

    [Theory, Engines]
    public async Task Confirmed_names_become_items_of_drafts_and_undoing_takes_them_back(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Draft(Prose), await world.Draft(Prose with { Name = "第二个" })];
        var done = (await Take(world, await Confirmed(world, ids[0], "机构名称", "床位数"), await Confirmed(world, ids[1], "地址"))).Value;
        Assert.Equal((2, 0), (done.Done, done.Left));
        Assert.Equal(["机构名称", "床位数"], await Items(world, ids[0]));
        Assert.Empty((await Page(world)).Items);
        Assert.Equal(1, await Events(world, CatalogAudit.ItemsTaken));

        var undone = (await Undo(world, done.Decision)).Value;
        Assert.Equal((2, 0), (undone.Done, undone.Left));
        Assert.Empty(await Items(world, ids[0]));
        Assert.Equal(2, (await Page(world)).Items.Count);
    }

    [Theory, Engines]
    public async Task A_published_resource_gets_its_next_version_and_undoing_leaves_only_the_one_in_force(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await PublishedBare(world);
        var done = (await Take(world, await Confirmed(world, id, "机构名称", "地址"))).Value;
        Assert.Equal((ResourceState.Changing, 1), ((await world.Row(id)).State, (await world.Row(id)).Version));
        Assert.Empty(await Items(world, id));
        Assert.Empty((await Page(world)).Items);
        await Undo(world, done.Decision);
        Assert.Equal(ResourceState.Published, (await world.Row(id)).State);
        Assert.False(await world.Services.With<Store, bool>(store => store.Set<ResourceDraft>().AnyAsync(d => d.ResourceId == id)));
        Assert.Single((await Page(world)).Items);
    }

    [Theory, Engines]
    public async Task What_changed_since_is_of_another_unit_or_not_named_is_left(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Draft(Prose), await world.Draft(Prose with { Name = "第二个" })];
        var seen = await Confirmed(world, ids[0], "地址");
        await world.Update(ids[0], seen.Edit, Prose with { Theme = "养老" });
        Assert.Equal("catalog.proposed.not-as-seen", (await Take(world, seen)).Faults[0].Code);
        Assert.Equal("catalog.proposed.not-as-seen", (await Take(world, await Confirmed(world, ids[1], "身份证号"))).Faults[0].Code);
        Assert.Equal("catalog.proposed.not-as-seen", (await Take(world, world.Stranger, await Confirmed(world, ids[1], "地址"))).Faults[0].Code);
        Assert.Equal("catalog.proposed.nothing", (await Take(world, await Confirmed(world, ids[1]))).Faults[0].Code);
        var done = (await Take(world, seen, await Confirmed(world, ids[1], "地址"))).Value;
        Assert.Equal((1, 1), (done.Done, done.Left));
        Assert.Empty(await Items(world, ids[0]));
    }

    [Theory, Engines]
    public async Task What_somebody_said_are_no_items_is_not_proposed_again(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft(Prose);
        Assert.Equal("catalog.resource.not-found", (await Refuse(world, id, world.Stranger)).Faults[0].Code);
        Assert.Equal(Prose.Name, (await Refuse(world, id, world.Liaison)).Value);
        Assert.True((await Refuse(world, id, world.Liaison)).Ok);
        Assert.Empty((await Page(world)).Items);
        Assert.Equal(1, await Events(world, CatalogAudit.ProposalRefused));
    }

    [Theory, Engines]
    public async Task The_todo_counts_for_the_unit_and_the_city_sees_figures_by_unit(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Draft(Prose);
        await world.Draft(Prose with { Name = "第二个" });
        var todo = Assert.Single(await Todos(world, world.Liaison));
        Assert.Equal(2, todo.Args[0]);
        Assert.Empty(await Todos(world, world.Stranger));
        Assert.Empty(await Todos(world, world.Authority));
        var unit = Assert.Single(await world.Services.With<FindProposed, IReadOnlyList<BareOfUnit>>(find => find.ByUnit(default)));
        Assert.Equal(("市民政局", 2), (unit.Unit, unit.Count));
    }

    private static Task<ProposedList> Page(CatalogWorld world, long after = 0, int size = FindProposed.Size) => world.Services.With<FindProposed, ProposedList>(find => find.Page(after, size, world.Liaison, default));

    private static Task<IReadOnlyList<Todo>> Todos(CatalogWorld world, Actor actor) =>
        world.Services.With<FindProposed, IReadOnlyList<Todo>>(find => new ProposedTodos(find).For(actor, 10, default));

    private static async Task<ConfirmedItems> Confirmed(CatalogWorld world, long id, params string[] items) => new(id, (await world.Row(id)).Edit, items);

    private static Task<Result<BulkResult>> Take(CatalogWorld world, params ConfirmedItems[] confirmed) => Take(world, world.Liaison, confirmed);

    private static Task<Result<BulkResult>> Take(CatalogWorld world, Actor actor, params ConfirmedItems[] confirmed) => world.Services.With<TakeProposed, Result<BulkResult>>(take => take.Run(confirmed, actor, default));

    private static Task<Result<string>> Refuse(CatalogWorld world, long id, Actor actor) => world.Services.With<RefuseProposed, Result<string>>(refuse => refuse.Run(id, actor, default));

    private static Task<Result<BulkResult>> Undo(CatalogWorld world, long decision) => world.Services.With<UndoBulk, Result<BulkResult>>(undo => undo.Run(decision, world.Head, default));

    private static Task<List<string>> Items(CatalogWorld world, long id) =>
        world.Services.With<Store, List<string>>(store => store.Set<Item>().AsNoTracking().Where(i => i.ResourceId == id).OrderBy(i => i.Place).Select(i => i.Name).ToListAsync());

    private static Task<int> Events(CatalogWorld world, AuditAction action) => world.Services.With<Store, int>(store => store.Set<AuditEvent>().CountAsync(e => e.Action == action.Code));

    // Published without items, as an import does: what is handed in by hand owes some.
    private static async Task<long> PublishedBare(CatalogWorld world)
    {
        var id = await world.Published(Prose with { Items = [new() { Name = "姓名" }] });
        await world.Services.With<Store, int>(store => store.Set<Item>().Where(i => i.ResourceId == id).ExecuteDeleteAsync());
        return id;
    }
}
