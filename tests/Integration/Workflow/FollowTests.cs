using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class FollowTests
{
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
