using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

public sealed class GenerationRunTests
{
    [Theory, Engines]
    public async Task A_published_catalogue_becomes_candidates_and_findings_and_nothing_is_in_force(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称", "电话/NotShared");
        await services.Publish(unit, "企业年报", null, false, "名称");
        var run = await services.Generate();
        Assert.Equal((2, 3, 2, 1), (run.Resources, run.Items, run.Candidates, run.Negatives));
        Assert.All(await services.Entries(), e => Assert.Equal((EntryState.Candidate, (string?)null, DutyType.Service), (e.State, e.Number, e.DutyType)));
        var findings = await services.Findings();
        Assert.Equal(["R03", "U01"], findings.Select(f => f.Code).Order());
        Assert.Equal((2, 1), (run.Findings, run.Severe));
        var items = await services.With<Store, List<EntryItem>>(s => s.Set<EntryItem>().ToListAsync());
        Assert.Equal(["名称", "名称"], items.Select(i => i.Name));
        Assert.Equal("电话", (await services.With<Store, NegativeItem>(s => s.Set<NegativeItem>().SingleAsync())).Name);
    }

    [Theory, Engines]
    public async Task A_second_run_changes_nothing_but_the_book_of_runs(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局", "00999011");
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称", "电话/NotShared");
        var first = await services.Generate();
        var before = await services.Entries();
        var second = await services.Generate();
        Assert.Equal((0, 0, 0, 0), (second.Candidates, second.Changes, second.Removals, second.Negatives));
        Assert.Equal((first.Digest, first.Findings), (second.Digest, second.Findings));
        Assert.Equal(before.Select(e => (e.Id, e.Revision)), (await services.Entries()).Select(e => (e.Id, e.Revision)));
        Assert.Equal(2, await services.With<Store, int>(s => s.Set<AuditEvent>().CountAsync(e => e.Action == "lists.generated")));
    }

    [Theory, Engines]
    public async Task The_order_in_which_the_catalogue_was_filled_leaves_no_trace_in_the_digest(Engine engine)
    {
        async Task<string> Digest(params string[] names)
        {
            await using var services = await TestServices.Create(engine);
            var unit = await services.Unit("示例市经济局", "00999011");
            foreach (var name in names) await services.Publish(unit, name, ShareProperty.Unconditional, true, $"{name.Length}");
            return (await services.Generate()).Digest;
        }
        Assert.Equal(await Digest("企业登记", "企业 登记", "企业年报表"), await Digest("企业年报表", "企业 登记", "企业登记"));
    }

    [Theory, Engines]
    public async Task An_undecided_candidate_takes_the_new_content_and_keeps_what_its_unit_added(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        var resource = await services.Publish(unit, "企业登记", null, false, "名称");
        await services.Generate();
        await services.With<Store>(s => s.Set<Entry>().ExecuteUpdateAsync(u => u.SetProperty(e => e.Contact, "张三")));
        await services.Change(resource.Id, r => (r.Share, r.ShareStated) = (ShareProperty.Unconditional, true));
        Assert.Equal(1, (await services.Generate()).Candidates);
        var entry = Assert.Single(await services.Entries());
        Assert.Equal((ShareProperty.Unconditional, true, "张三", GenerationRules.Shareable), (entry.Share, entry.ShareStated, entry.Contact, entry.Rule));
        Assert.DoesNotContain(await services.Findings(), f => f.Code == "S01");
    }

    [Theory, Engines]
    public async Task A_row_in_force_is_left_alone_and_its_change_is_proposed_once(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (_, resource) = await InForce(services);
        await services.Change(resource, r => r.Name = "企业登记信息");
        Assert.Equal((0, 1), await Proposed(services));
        Assert.Equal((0, 0), await Proposed(services));
        Assert.Equal("企业登记", Assert.Single(await services.Entries()).Name);
        var change = Assert.Single(await services.Changes());
        Assert.Equal((EntryChangeKind.Modify, EntryChangeState.Open), (change.Kind, change.State));
        await services.Change(resource, r => r.Name = "企业登记");
        await services.Generate();
        Assert.Empty(await services.Changes());
    }

    [Theory, Engines]
    public async Task A_withdrawn_resource_drops_its_candidate_and_proposes_the_removal_of_its_row_in_force(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await InForce(services);
        var other = await services.Publish(unit, "企业年报", ShareProperty.Unconditional, true, "年度");
        await services.Generate();
        foreach (var id in new[] { resource, other.Id }) await services.Change(id, r => r.State = ResourceState.Withdrawn);
        Assert.Equal(2, (await services.Generate()).Removals);
        Assert.Equal(EntryState.InForce, Assert.Single(await services.Entries()).State);
        Assert.Equal(EntryChangeKind.Remove, Assert.Single(await services.Changes()).Kind);
        Assert.Empty(await services.Findings());
    }

    [Theory, Engines]
    public async Task A_candidate_of_the_negative_list_taken_back_leaves_the_page_that_showed_it(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("市公安局", "00999020");
        var resource = await services.Publish(unit, "户籍信息", ShareProperty.NotShared, true, "姓名");
        await services.Generate();
        Assert.Equal(1, await Shown());
        await services.Change(resource.Id, r => r.Share = ShareProperty.Unconditional);
        await services.Generate();
        Assert.Equal(0, await Shown());

        Task<long> Shown() => services.With<FindNegatives, long>(async find => (await find.Page(new NegativeFilter(NegativeState.Candidate, null, null, null, null), 1, Actor.System with { Roles = Roles.City.ToHashSet() }, default)).Total);
    }

    [Theory, Engines]
    public async Task A_change_that_was_refused_is_not_proposed_again(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (_, resource) = await InForce(services);
        await services.Change(resource, r => r.Name = "企业登记信息");
        await services.Generate();
        await services.With<Store>(s => s.Set<EntryChange>().ExecuteUpdateAsync(u => u.SetProperty(c => c.State, EntryChangeState.Rejected)));
        Assert.Equal((0, 0), await Proposed(services));
        await services.Change(resource, r => r.Name = "企业登记总表");
        Assert.Equal((0, 1), await Proposed(services));
    }

    [Theory, Engines]
    public async Task A_run_for_one_provider_leaves_the_others_as_they_are(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (one, two) = (await services.Unit("示例市经济局"), await services.Unit("示例市民政局"));
        await services.Publish(one, "企业登记", null, false);
        await services.Publish(two, "婚姻登记", null, false);
        await services.Generate();
        var others = (await services.Findings()).Where(f => f.ProviderId == two).Select(f => f.Id).ToList();
        await services.Publish(one, "企业年报", null, false);
        Assert.Equal((2, 1), await services.Generate(one) is var run ? (run.Resources, run.Candidates) : default);
        Assert.Equal(others, (await services.Findings()).Where(f => f.ProviderId == two).Select(f => f.Id));
        Assert.Equal(3, (await services.Entries()).Count);
    }

    [Theory, Engines]
    public async Task A_listed_demand_for_data_outside_the_catalogue_is_a_candidate_of_its_provider(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (provider, user) = (await services.Unit("示例市经济局", "00999011"), await services.Unit("示例市民政局", "00999012"));
        await services.With<Store>(async store =>
        {
            store.Add(new Demand { Id = 5, Number = "XQ-1", UnitId = user, ProviderId = provider, Name = "企业用电", State = DemandState.Listed });
            store.Add(new DemandItem { Id = 6, DemandId = 5, Name = "用电量", Place = 1 });
            await store.SaveChangesAsync();
        });
        await services.Generate();
        var entry = Assert.Single(await services.Entries());
        Assert.Equal((EntryOrigin.Demand, provider, "企业用电", "5"), (entry.Origin, entry.ProviderId, entry.Name, entry.OriginDemandIds));
        var clause = (await services.With<ShowEntry, Result<EntryView>>(s => s.Run(entry.Id, ListsWorld.Centre, default))).Value.Clause!;
        Assert.Equal(("第三十九条", true), (clause.Article, clause.Parts.Any(p => p.Decisive)));
        Assert.Equal(0, (await services.Generate()).Candidates);
        await services.With<Store>(s => s.Set<Demand>().ExecuteUpdateAsync(u => u.SetProperty(d => d.State, DemandState.Withdrawn)));
        await services.Generate();
        Assert.Empty(await services.Entries());
    }

    [Theory, Engines]
    public async Task A_row_names_the_listed_demands_that_ask_for_its_resource(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局", "00999011");
        var resource = await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        await services.With<Store>(async store =>
        {
            store.Add(new Demand { Id = 5, Number = "XQ-1", UnitId = unit, ProviderId = unit, Name = "企业登记", InCatalog = true, State = DemandState.Listed });
            store.Add(new DemandItem { Id = 6, DemandId = 5, ResourceId = resource.Id, Name = "名称", Place = 1 });
            await store.SaveChangesAsync();
        });
        Assert.Equal(0, (await services.Generate()).Candidates);
        Assert.Equal("5", Assert.Single(await services.Entries()).OriginDemandIds);
    }

    [Theory, Engines]
    public async Task An_item_in_both_lists_in_force_is_a_severe_finding(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await InForce(services);
        var item = await services.With<Store, EntryItem>(s => s.Set<EntryItem>().AsNoTracking().SingleAsync());
        await services.With<Store>(async store =>
        {
            store.Add(new Negative { Id = 5, ProviderId = unit, ResourceId = resource, Name = "企业登记", State = NegativeState.InForce });
            store.Add(new NegativeItem { Id = 6, NegativeId = 5, ItemId = item.ItemId, Name = item.Name, Place = 1 });
            await store.SaveChangesAsync();
        });
        await services.Generate();
        Assert.Equal(["R05", "R05C"], (await services.Findings()).Select(f => f.Code).Order());
        Assert.Equal(EntryChangeKind.Remove, Assert.Single(await services.Changes()).Kind);
    }

    [Theory, Engines]
    public async Task Runs_that_overlap_leave_the_findings_of_one(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        foreach (var name in new[] { "企业登记", "企业年报", "企业用电" }) await services.Publish(unit, name, null, false, "名称", "电话/NotShared");
        await Task.WhenAll(services.Generate(), services.Generate(unit), services.Generate());
        var overlapped = await Found();
        await services.Generate();
        Assert.Equal(await Found(), overlapped);

        async Task<List<(string, long)>> Found() => [.. (await services.Findings()).Select(f => (f.Code, f.ResourceId)).Order()];
    }

    [Theory, Engines]
    public async Task One_waiting_order_is_enough_and_its_job_runs_the_generation(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局", "00999011");
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        for (var i = 0; i < 2; i++)
        {
            await using var scope = services.Scope();
            var listener = scope.ServiceProvider.GetRequiredService<GenerationOrders>();
            await listener.Published(PublishedChange.Any([unit]), Actor.System, default);
            await listener.Published(PublishedChange.Any([unit]), Actor.System, default);
            await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
        }
        Assert.Equal(1, await services.With<JobRunner, int>(r => r.RunDue(default)));
        Assert.Single(await services.Entries());
    }

    /// <summary>A row in force that was generated from the catalogue.</summary>
    private static async Task<(long Unit, long Resource)> InForce(TestServices services)
    {
        var unit = await services.Unit("示例市经济局", "00999011");
        var resource = await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        await services.With<Store>(s => s.Set<Entry>().ExecuteUpdateAsync(u => u.SetProperty(e => e.State, EntryState.InForce)));
        return (unit, resource.Id);
    }

    private static async Task<(long Candidates, long Changes)> Proposed(TestServices services)
    {
        var run = await services.Generate();
        return (run.Candidates, run.Changes);
    }
}
