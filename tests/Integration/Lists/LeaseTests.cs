using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Whose turn it is to generate, and that no list overlooks what took long.</summary>
public sealed class LeaseTests
{
    [Theory, Engines]
    public async Task A_run_waits_while_another_has_the_turn_and_gives_its_own_back(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await services.With<GenerationLease>(l => l.Take(5, () => Task.CompletedTask, default));
        using var enough = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.With<GenerationLease>(l => l.Take(6, enough.CancelAsync, enough.Token)));
        await services.With<GenerationLease>(l => l.Release(6));
        await services.With<GenerationLease>(l => l.Keep(5, default));
        await services.With<GenerationLease>(l => l.Release(5));
        await services.Generate();
        await services.With<GenerationLease>(l => l.Take(7, () => throw new InvalidOperationException("The turn was not given back."), default));
    }

    [Theory, Engines]
    public async Task A_run_that_died_gives_way_and_cannot_write_on(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await services.With<GenerationLease>(l => l.Take(5, () => Task.CompletedTask, default));
        services.Clock.Advance(TimeSpan.FromMinutes(2));
        await services.With<GenerationLease>(l => l.Take(6, () => throw new InvalidOperationException("The dead run still has the turn."), default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => services.With<GenerationLease>(l => l.Keep(5, default)));
    }

    // Whoever looks at the list looks back ten seconds. Here each look at the clock takes eight.
    [Theory, Engines]
    public async Task The_revision_of_what_was_decided_is_drawn_last(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (_, resource) = await services.InForce();
        await services.Publish((await services.Entries())[0].ProviderId, "企业年报", ShareProperty.Unconditional, true, "年度");
        await services.Change(resource, r => r.Name = "企业登记信息");
        await services.Generate();
        services.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(8);
        await Fresh((await services.Confirm(new EntryChoice(null, Candidates), Centre)).Value.DecisionId);
        await Fresh((await services.ConfirmChanges()).Value.DecisionId);

        async Task Fresh(long decision)
        {
            var floor = IdSource.Floor(services.Clock.GetUtcNow() - TimeSpan.FromSeconds(10));
            Assert.True((await services.Entries()).Single(e => e.DecisionId == decision).Revision > floor);
            await services.Undo(decision, Centre);
            floor = IdSource.Floor(services.Clock.GetUtcNow() - TimeSpan.FromSeconds(10));
            Assert.Single(await services.Entries(), e => e.Revision > floor);
        }
    }
}
