using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources.Bulk;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Similar;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Catalog.Systems;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Similar;

public sealed class MergeTests
{
    private static readonly string[] Fields = ["姓名", "身份证号", "登记日期", "登记机关"];

    [Theory, Engines]
    public async Task One_stays_with_its_code_and_the_others_lead_to_it(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (stays, other) = (await world.Add("婚姻登记信息", Fields, code: "009990129/000001"), await world.Add("婚姻登记信息1", [.. Fields, "备注"], code: "009990129/000002"));
        var duty = (await world.Duty(new DutyDraft { Name = "婚姻登记管理", Basis = "“三定”规定" })).Value;
        await world.Services.With<LinkDuty, Result<int>>(link => link.Add(duty, new([other], []), world.Liaison, default));
        await world.Compare();
        var note = (await Items(world, other)).Single(i => i.Name == "备注").Id;
        var done = (await Merge(world, stays, [other], [note])).Value;
        Assert.Equal((1, 0), (done.Done, done.Left));
        var (kept, gone) = (await world.Row(stays), await world.Row(other));
        Assert.Equal((ResourceState.Changing, "009990129/000001", 0L), (kept.State, kept.Code, kept.MergedInto));
        Assert.Equal((ResourceState.Withdrawn, "009990129/000002", stays), (gone.State, gone.Code, gone.MergedInto));
        var (view, old) = (await View(world, stays), await View(world, other));
        Assert.Equal(["姓名", "身份证号", "登记日期", "登记机关", "备注"], view.Next!.Items.Select(i => i.Name));
        Assert.Equal(("009990129/000002", stays), (Assert.Single(view.Former).Code, old.MergedInto!.Id));
        Assert.Contains(view.Events, e => e is { Action: "catalog.similar.merged", Why: "重复编目" });
        Assert.Contains(old.Events, e => e is { Action: "catalog.resource.withdrawn", Why: "重复编目" });
        Assert.Equal(stays, Assert.Single(await Links(world)).TargetId);
        Assert.Contains(stays, await Found(world, "009990129/000002"));
        await world.Compare();
        Assert.Empty(await world.Groups());
        Assert.Contains(await world.Services.With<Store, List<string>>(s => s.Set<Job>().Select(j => j.Kind).ToListAsync()), kind => kind == "lists.follow");
    }

    [Theory, Engines]
    public async Task Undoing_brings_all_back_as_it_was_and_the_group_with_it(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (stays, other) = (await world.Add("婚姻登记信息", Fields), await world.Add("婚姻登记信息1", [.. Fields, "备注"]));
        var duty = (await world.Duty(new DutyDraft { Name = "婚姻登记管理", Basis = "“三定”规定" })).Value;
        await world.Services.With<LinkDuty, Result<int>>(link => link.Add(duty, new([other, stays], []), world.Liaison, default));
        await world.Compare();
        var done = (await Merge(world, stays, [other], [.. (await Items(world, other)).Select(i => i.Id)])).Value;
        Assert.Equal(BulkFaults.NotYours.Code, Assert.Single((await world.Services.With<UndoBulk, Result<BulkResult>>(undo => undo.Run(done.Decision, world.Liaison, default))).Faults).Code);
        Assert.Equal((1, 0), ((await Undo(world, done.Decision)).Value.Done, (await Undo(world, done.Decision)).Faults.Count(f => f.Code != "decision.undone")));
        Assert.Equal((ResourceState.Published, ResourceState.Published, 0L), ((await world.Row(stays)).State, (await world.Row(other)).State, (await world.Row(other)).MergedInto));
        Assert.Null((await View(world, stays)).Next);
        Assert.Equal([stays, other], (await Links(world)).Select(l => l.TargetId).Order());
        await world.Compare();
        Assert.Equal([stays, other], Assert.Single(await world.Groups()));
    }

    [Theory, Engines]
    public async Task Merges_are_followed_to_the_end_and_what_was_not_ticked_is_compared_further(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Add("企业名录", code: "009990129/000011"), await world.Add("企业名录1", code: "009990129/000012"), await world.Add("企业名录2", code: "009990129/000013")];
        await world.Compare();
        Assert.Equal(1, (await Merge(world, ids[1], [ids[0]])).Value.Left);
        await world.Compare();
        Assert.Equal([ids[1], ids[2]], Assert.Single(await world.Groups()));
        Assert.True((await Merge(world, ids[2], [ids[1]])).Ok);
        Assert.Equal(ids[2], (await View(world, ids[0])).MergedInto!.Id);
        Assert.Equal(ids[..2], (await View(world, ids[2])).Former.Select(f => f.Id));
        Assert.Contains(ids[2], await Found(world, "009990129/000011"));
    }

    [Theory, Engines]
    public async Task A_unit_decides_about_its_own_and_the_city_about_several(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Add("婚姻登记信息", Fields), await world.Add("婚姻登记信息", Fields, world.Stranger.UnitId)];
        await world.Compare();
        Assert.Equal("catalog.similar.not-yours", (await Merge(world, ids[0], [ids[1]])).Codes().Single());
        Assert.Equal("catalog.similar.role", (await Merge(world, ids[0], [ids[1]], by: world.Liaison with { Roles = new HashSet<string> { Roles.Legal } })).Codes().Single());
        Assert.Equal("catalog.similar.not-found", (await Merge(world, ids[0], [ids[1]], by: world.Liaison with { UnitId = 77 })).Codes().Single());
        Assert.True((await Merge(world, ids[0], [ids[1]], by: world.Authority)).Ok);
        Assert.Equal("catalog.similar.decided", (await Merge(world, ids[0], [ids[1]], by: world.Authority, group: await Last(world))).Codes().Single());
    }

    [Theory, Engines]
    public async Task All_that_is_missing_is_said_at_once_and_nothing_is_merged_unseen(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Add("企业名录"), await world.Add("企业名录1")];
        await world.Compare();
        var group = (await world.Group()).Id;
        Assert.Equal(["catalog.merge.stays", "catalog.merge.others", "catalog.merge.why"], (await Merge(world, 0, [], why: " ")).Codes());
        var seen = new Dictionary<long, int> { [ids[0]] = (await world.Row(ids[0])).Edit };
        await world.Change(ids[0], "企业名录3");
        Assert.Equal(["catalog.similar.not-as-seen"], (await world.Services.With<MergeSimilar, Result<BulkResult>>(m => m.Run(group, new MergeOrder(ids[0], [ids[1]], [], seen, "重复"), world.Liaison, default))).Codes());
        await world.Change(ids[1], state: ResourceState.ChangeInReview);
        Assert.Equal(["catalog.merge.in-review"], (await Merge(world, ids[0], [ids[1]], group: group)).Codes());
    }

    [Theory, Engines]
    public async Task A_rejection_is_remembered_until_one_of_them_is_hardly_the_same(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        long[] ids = [await world.Add("企业名录", Fields), await world.Add("企业名录1", Fields)];
        await world.Compare();
        var group = (await world.Group()).Id;
        Assert.Equal("catalog.similar.not-as-seen", (await Reject(world, group, [ids[0]])).Codes().Single());
        Assert.True((await Reject(world, group, ids)).Ok);
        await world.Compare();
        Assert.Empty(await world.Pairs());
        await world.Change(ids[1], items: [.. Fields, "备注"]);
        await world.CompareAll();
        Assert.Empty(await world.Pairs());
        await world.Change(ids[0], items: ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"]);
        await world.Change(ids[1], items: ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"]);
        await world.Compare();
        Assert.Equal(ids, Assert.Single(await world.Groups()));
        Assert.Equal(["catalog.similar.rejected"], await world.Audited(group));
    }

    private static async Task<Result<BulkResult>> Merge(CatalogWorld world, long stays, long[] others, long[]? items = null, Actor? by = null, string why = "重复编目", long? group = null)
    {
        var id = group ?? (await world.Group()).Id;
        return await world.Services.With<MergeSimilar, Result<BulkResult>>(m => m.Run(id, new MergeOrder(stays, others, items ?? [], new Dictionary<long, int>(), why), by ?? world.Liaison, default));
    }

    private static Task<Result<Done>> Reject(CatalogWorld world, long group, long[] seen) => world.Services.With<RejectSimilar, Result<Done>>(r => r.Run(group, seen, "", world.Liaison, default));

    private static Task<Result<BulkResult>> Undo(CatalogWorld world, long decision) => world.Services.With<UndoMerge, Result<BulkResult>>(undo => undo.Run(decision, world.Liaison, default));

    private static async Task<ResourceView> View(CatalogWorld world, long id) => (await world.Services.With<ReadResource, Result<ResourceView>>(read => read.WithHistory(id, world.Liaison, default))).Value;

    private static Task<List<Item>> Items(CatalogWorld world, long id) => world.Services.With<Store, List<Item>>(s => s.Set<Item>().AsNoTracking().Where(i => i.ResourceId == id).ToListAsync());

    private static Task<List<DutyLink>> Links(CatalogWorld world) => world.Services.With<Store, List<DutyLink>>(s => s.Set<DutyLink>().AsNoTracking().ToListAsync());

    private static Task<long> Last(CatalogWorld world) => world.Services.With<Store, long>(s => s.Set<SimilarGroup>().Where(g => g.State == GroupState.Merged).Select(g => g.Id).SingleAsync());

    private static async Task<IReadOnlyList<long>> Found(CatalogWorld world, string words) =>
        await world.Services.With<BrowseCatalog, IReadOnlyList<long>>(browse => browse.Ids(new CatalogQuery { Text = words }, world.Liaison, default));
}
