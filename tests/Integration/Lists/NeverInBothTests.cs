using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>An item is never in force in both lists.</summary>
public sealed class NeverInBothTests
{
    private static readonly NegativeRuling Agree = new(NegativeAct.Agree, "");

    private static readonly EntryInput Outside = new()
    {
        Name = "单户 调查资料", Items = "主营业务收入\n面积", Share = ShareProperty.Unconditional, ShareWays = "服务接口", Frequency = UpdateFrequency.Daily, DataLevel = "一般数据",
    };

    [Theory, Engines]
    public async Task A_candidate_with_a_forbidden_item_stays_a_candidate(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var forbidden = await services.Publish(unit, "企业生产经营", ShareProperty.Unconditional, true, "企业名称", "街镇");
        await services.Publish(unit, "企业年报", ShareProperty.Unconditional, true, "年度");
        await services.Generate();
        await Listed(services, unit, forbidden.Id, "企业名称");
        var done = await services.Confirm(new EntryChoice(null, Candidates), Liaison(unit));
        Assert.Equal((1, 1), (done.Value.Count, done.Value.Left));
        var left = (await services.Entries()).Single(e => e.State == EntryState.Candidate);
        Assert.Equal("企业生产经营", left.Name);
        Assert.Equal("lists.entry.forbidden", await Fault(services.Confirm(These(left.Id), Liaison(unit))));
    }

    [Theory, Engines]
    public async Task Data_outside_the_catalogue_are_compared_by_provider_and_name(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市统计局"), await services.Unit("示例市税务局"));
        await services.Decide(Agree, await services.Signed(unit));
        var (mine, theirs) = (await Added(services, unit, Outside), await Added(services, other, Outside));
        var harmless = await Added(services, unit, Outside with { Items = "面积" });
        Assert.Equal("lists.entry.forbidden", await Fault(services.Confirm(These(mine), Centre)));
        Assert.Equal(2, (await services.Confirm(These(mine, theirs, harmless), Centre)).Value.Count);
        var edited = await services.With<EditEntry, Result<Done>>(e => e.Run(harmless, 2, Outside, Liaison(unit), default));
        Assert.Equal(("lists.entry.forbidden", "items"), (edited.Faults.Single().Code, edited.Faults.Single().Field));
    }

    [Theory, Engines]
    public async Task What_the_authority_lists_leaves_the_responsibility_in_the_same_moment(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce("名称", "电话");
        await Listed(services, unit, resource, "电话");
        var entry = Assert.Single(await services.Entries());
        Assert.Equal((EntryState.InForce, "名称"), (entry.State, Assert.Single(await services.EntryItems(entry.Id)).Name));
        var change = Assert.Single(await services.Changes());
        var decision = await services.With<Store, long>(s => s.Set<Decision>().Where(d => d.Kind == "lists.negative.decide").Select(d => d.Id).SingleAsync());
        Assert.Equal((EntryChangeKind.Modify, EntryChangeState.Confirmed, decision, decision), (change.Kind, change.State, change.DecisionId, entry.DecisionId));
        Assert.Equal(1, await services.With<Store, int>(s => s.Set<Job>().Where(j => j.Kind == "lists.follow").Select(j => j.Payload).Distinct().CountAsync()));
        await services.Generate();
        Assert.Single(await services.Changes());
        Assert.DoesNotContain(await services.Findings(), f => f.Code == "R05");
        var view = (await services.With<ShowEntry, Result<EntryView>>(s => s.Run(entry.Id, Authority with { UnitId = unit }, default))).Value;
        Assert.Equal(0, view.Undoable);
    }

    [Theory, Engines]
    public async Task A_row_of_which_nothing_is_left_is_removed_and_its_open_change_with_it(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        await services.Change(resource, r => r.Name = "企业登记信息");
        await services.Generate();
        await services.Decide(Agree, await services.Signed(unit, Banned with { ResourceId = resource }));
        Assert.Equal(EntryState.Removed, Assert.Single(await services.Entries()).State);
        Assert.Equal(EntryChangeState.Confirmed, Assert.Single(await services.Changes()).State);
    }

    [Theory, Engines]
    public async Task An_entry_outside_the_catalogue_leaves_too(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var entry = await Added(services, unit, Outside);
        await services.Confirm(These(entry), Centre);
        await services.Decide(Agree, await services.Signed(unit));
        Assert.Equal("面积", Assert.Single(await services.EntryItems(entry)).Name);
    }

    [Theory, Engines]
    public async Task No_change_and_no_undoing_brings_a_forbidden_item_back(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce("名称", "电话");
        var phone = (await services.CatalogItems(resource))[1].Id;
        await services.With<Store>(s => s.Execute("UPDATE catalog_items SET share = 'NotShared' WHERE id = @id", default, ("id", phone)));
        await services.Generate();
        var without = await services.ConfirmChanges();
        Assert.Equal(1, without.Value.Count);
        await services.With<Store>(s => s.Execute("UPDATE catalog_items SET share = NULL WHERE id = @id", default, ("id", phone)));
        await services.Generate();
        Assert.Contains("电话", (await services.Changes()).Single(c => c.State == EntryChangeState.Open).After);
        await Listed(services, unit, resource, "电话", generated: true);
        Assert.Equal("lists.change.forbidden", await Fault(services.ConfirmChanges()));
        Assert.Equal("decision.moved-on", await Fault(services.Undo(without.Value.DecisionId, Centre)));
        var entry = Assert.Single(await services.Entries());
        Assert.Equal("名称", Assert.Single(await services.EntryItems(entry.Id)).Name);
    }

    [Theory, Engines]
    public async Task Confirming_and_listing_at_once_never_end_in_both(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var resource = await services.Publish(unit, "企业生产经营", ShareProperty.Unconditional, true, "企业名称", "街镇");
        await services.Generate();
        var item = (await services.CatalogItems(resource.Id))[0].Id;
        var negative = await services.Signed(unit, Banned with { ResourceId = resource.Id, ItemIds = [item] });
        var (confirmed, listed) = (services.Confirm(new EntryChoice(null, Candidates), Liaison(unit)), services.Decide(Agree, negative));
        await Task.WhenAll(confirmed, listed);
        Assert.True((await listed).Ok);
        var entry = Assert.Single(await services.Entries());
        Assert.False(entry.State == EntryState.InForce && (await services.EntryItems(entry.Id)).Exists(i => i.ItemId == item));
    }

    [Theory, Engines]
    public async Task Two_people_proposing_for_one_resource_at_once_make_one_entry_and_a_refusal(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var resource = await services.Publish(unit, "企业生产经营", ShareProperty.Conditional, true, "企业名称");
        var both = await Task.WhenAll(Propose(), Propose());
        Assert.Single(both, r => r.Ok);
        Assert.Equal("lists.negative.already", both.Single(r => !r.Ok).Faults.Single().Code);

        Task<Result<long>> Propose() => services.With<ProposeNegative, Result<long>>(p => p.Run(Banned with { ResourceId = resource.Id }, Liaison(unit), default));
    }

    /// <summary>An item of a resource, listed by the authority. <paramref name="generated"/>: straight into the store, where a candidate of the generation stands in the way.</summary>
    private static async Task Listed(TestServices services, long unit, long resource, string item, bool generated = false)
    {
        var id = (await services.CatalogItems(resource)).Single(i => i.Name == item).Id;
        if (!generated) Assert.True((await services.Decide(Agree, await services.Signed(unit, Banned with { ResourceId = resource, ItemIds = [id] }))).Ok);
        else await services.With<Store>(async store =>
        {
            await store.Set<Negative>().ExecuteDeleteAsync();
            store.Add(new Negative { Id = 5, ProviderId = unit, ResourceId = resource, Name = "企业登记", State = NegativeState.InForce });
            store.Add(new NegativeItem { Id = 6, NegativeId = 5, ItemId = id, Name = item, Place = 1 });
            await store.SaveChangesAsync();
        });
    }

    private static async Task<long> Added(TestServices services, long unit, EntryInput input) => (await services.With<AddEntry, Result<long>>(a => a.Run(input, Liaison(unit), default))).Value;
}
