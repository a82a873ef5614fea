using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>A demand for data outside the catalogue, from the list to the catalogue (上海市数据条例 39).</summary>
public sealed class CatalogueDemandedTests
{
    [Theory, Engines]
    public async Task A_confirmed_demand_becomes_a_draft_of_its_provider_and_its_row_follows_it_into_the_catalogue(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var provider = await Listed(services);
        var decision = await Confirmed(services, provider);
        var draft = Assert.Single(await Resources(services));
        Assert.Equal((ResourceState.Draft, provider, "企业用电", "用电量"), (draft.State, draft.ProviderId, draft.Name, Assert.Single(await services.CatalogItems(draft.Id)).Name));
        var entry = Assert.Single(await services.Entries());
        Assert.Equal((EntryState.InForce, 0L, draft.Id), (entry.State, entry.ResourceId, entry.DraftId));

        // Undone and confirmed again there is still one draft.
        Assert.Equal(1, (await services.Undo(decision, Centre)).Value);
        decision = (await services.Confirm(These(entry.Id), Centre)).Value.DecisionId;
        Assert.Single(await Resources(services));
        await services.Generate();
        Assert.Empty(await services.Changes());

        await services.Change(draft.Id, r => (r.State, r.Share, r.ShareStated, r.Frequency, r.ShareWays) = (ResourceState.Published, ShareProperty.Unconditional, true, UpdateFrequency.Daily, "服务接口"));
        await services.Generate();
        var change = Assert.Single(await services.Changes());
        Assert.Equal((EntryChangeKind.Modify, "目录外的数据已编入目录。", entry.Id), (change.Kind, change.Reason, change.EntryId));
        var confirmed = (await services.ConfirmChanges()).Value.DecisionId;
        await services.Generate();
        entry = Assert.Single(await services.Entries());
        Assert.Equal((EntryState.InForce, draft.Id, 1, "服务接口"), (entry.State, entry.ResourceId, entry.ResourceVersion, entry.ShareWays));
        Assert.DoesNotContain(await services.Changes(), c => c.State == EntryChangeState.Open);

        Assert.Equal(1, (await services.Undo(confirmed, Centre)).Value);
        Assert.Equal(0, Assert.Single(await services.Entries()).ResourceId);
        await services.Generate();
        Assert.Single(await services.Changes(), c => c.State == EntryChangeState.Open);
        Assert.Single(await services.Entries());
    }

    private static async Task<long> Listed(TestServices services)
    {
        var (provider, user) = (await services.Unit("示例市经济局", "00999011"), await services.Unit("示例市民政局", "00999012"));
        await services.With<Store>(async store =>
        {
            store.Add(new Demand { Id = 5, Number = "XQ-1", UnitId = user, ProviderId = provider, Name = "企业用电", State = DemandState.Listed });
            store.Add(new DemandItem { Id = 6, DemandId = 5, Name = "用电量", Place = 1 });
            await store.SaveChangesAsync();
        });
        await services.Generate();
        return provider;
    }

    // The provider says how it is shared before it can come into force.
    private static async Task<long> Confirmed(TestServices services, long provider)
    {
        var entry = Assert.Single(await services.Entries());
        var said = new EntryInput { Name = entry.Name, Items = "用电量", Share = ShareProperty.Unconditional, ShareWays = "服务接口", Frequency = UpdateFrequency.Monthly, DataLevel = "一般数据" };
        Assert.True((await services.With<EditEntry, Result<Done>>(e => e.Run(entry.Id, entry.Edit, said, Liaison(provider), default))).Ok);
        return (await services.Confirm(These(entry.Id), Centre)).Value.DecisionId;
    }

    private static Task<List<Resource>> Resources(TestServices services) => services.With<Store, List<Resource>>(s => s.Set<Resource>().AsNoTracking().ToListAsync());
}
