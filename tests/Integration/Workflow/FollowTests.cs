using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Contracts;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class FollowTests
{
    [Theory, Engines]
    public async Task A_mounted_resource_supplies_the_cases_that_wait_for_it_alone(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        var resource = await services.Publish(world.Provides, "户籍人口", ShareProperty.Conditional, true, "门牌号");
        var item = (await services.CatalogItems(resource.Id))[0];
        var id = await services.Drafted(world.Asks, DemandWorld.Complete with { ProviderId = world.Provides, Items = [new(resource.Id, item.Id, "门牌号")] });
        _ = (await services.Submit(id, world.Asks, role: Roles.UnitHead)).Value;
        _ = (await services.Check(id)).Value;
        await services.With<Store>(s => s.Execute("UPDATE workflow_cases SET state = 'ToSupply', handed = TRUE", default));

        Assert.Empty(await Mount(services, [resource.Id], world.Asks));
        Assert.Empty(await Mount(services, [resource.Id + 1], world.Provides));
        Assert.Equal([id], await Mount(services, [resource.Id], world.Provides));
        Assert.Empty(await Mount(services, [resource.Id], world.Provides));
        Assert.Equal(CaseState.ToSupply, (await world.Case()).State);
        Assert.Equal((CaseState.InUse, "query/basic"), await services.With<Store, (CaseState, string)>(async s => await s.Set<Case>().Where(c => c.Id == id).Select(c => new { c.State, c.SupplyNote }).SingleAsync() is var c ? (c.State, c.SupplyNote) : default));
    }

    [Theory, InlineData(1), InlineData(5)]
    public async Task However_many_cases_wait_they_are_read_together(int cases)
    {
        await using var world = await CaseWorld.Create(Engine.Postgres);
        var services = world.Services;
        var resource = await services.Publish(world.Provides, "户籍人口", ShareProperty.Conditional, true, "门牌号");
        var item = (await services.CatalogItems(resource.Id))[0];
        for (var i = 0; i < cases; i++)
        {
            var id = await services.Drafted(world.Asks, DemandWorld.Complete with { Name = $"户籍需求{i}", ProviderId = world.Provides, Items = [new(resource.Id, item.Id, "门牌号")] });
            _ = (await services.Submit(id, world.Asks, role: Roles.UnitHead)).Value;
            _ = (await services.Check(id)).Value;
        }
        await services.With<Store>(s => s.Execute("UPDATE workflow_cases SET state = 'ToSupply', handed = TRUE", default));
        Assert.Equal(3, await StatementCount.Of(() => Mount(services, [resource.Id + 1], world.Provides)));
    }

    private static Task<IReadOnlyList<long>> Mount(TestServices services, long[] resources, long unit) =>
        services.With<MountedData, IReadOnlyList<long>>(m => m.Tell(resources, "query/basic", Person(unit, Roles.Liaison), default));

    [Theory, Engines]
    public async Task What_is_granted_outside_the_catalogue_is_listed_promised_and_drafted_without_typing(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Agree)).Value;
        _ = (await world.Sign()).Value;
        await world.Services.With<JobRunner>(r => r.RunDue(default));
        var entry = Assert.Single(await world.Services.With<Store, List<Entry>>(s => s.Set<Entry>().AsNoTracking().ToListAsync()));
        Assert.Equal((EntryState.InForce, EntryOrigin.Demand, world.Provides), (entry.State, entry.Origin, entry.ProviderId));
        Assert.Equal((await world.Case()).DueOn, entry.PromisedOn);
        var draft = await world.Services.With<Store, Resource>(s => s.Set<Resource>().AsNoTracking().SingleAsync(r => r.Id == entry.DraftId));
        Assert.Equal((ResourceState.Draft, world.Provides), (draft.State, draft.ProviderId));

        // Once more: nothing is promised twice.
        var edit = entry.Edit;
        await using (var scope = world.Services.Scope())
        {
            scope.ServiceProvider.GetRequiredService<JobQueue>().Add(Person(world.Provides, Roles.UnitHead), FollowLists.JobKind, new FollowOrder(world.Id));
            await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
        }
        await world.Services.With<JobRunner>(r => r.RunDue(default));
        Assert.Equal(edit, (await world.Services.With<Store, Entry>(s => s.Set<Entry>().AsNoTracking().SingleAsync())).Edit);
    }
}
