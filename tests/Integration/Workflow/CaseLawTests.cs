using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Xunit;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>Whatever people try in whatever order, as far as a generated sequence goes.</summary>
public sealed class CaseLawTests
{
    [Theory, Engines]
    public async Task Only_what_the_table_says_happens_its_steps_replay_and_no_date_decides(Engine engine)
    {
        var chance = new Random(20261126);
        await using var world = await CaseWorld.Create(engine);
        (long Unit, string Role, Party Party)[] people =
        [
            (world.Asks, Roles.Liaison, Party.Requester), (world.Asks, Roles.UnitHead, Party.Requester), (world.Provides, Roles.Liaison, Party.Provider), (world.Provides, Roles.UnitHead, Party.Provider),
            (3, Roles.DataCentre, Party.Centre), (3, Roles.Authority, Party.Authority),
        ];
        var acts = PlainAct.All.Select(a => a.Act).ToList();
        for (var i = 0; i < 250; i++)
        {
            var before = await world.Case();
            // Half of the time something that can be done here, so that the walk goes far; in between time passes, and that alone changes nothing.
            var open = CaseFlow.Table.Where(m => m.From == before.State && m.Act is not CaseAct.Withdraw).ToList();
            var (unit, role, party) = people[chance.Next(people.Length)];
            var act = chance.Next(2) == 0 && open.Count > 0 ? open[chance.Next(open.Count)].Act : acts[chance.Next(acts.Count)];
            var result = await Try(world, act, unit, role, before);
            var after = await world.Case();
            var allowed = CaseFlow.Table.Any(m => m.From == before.State && m.Act == act && m.By == party && m.Roles.Contains(role));
            if (result.Ok) Assert.True(allowed, $"{before.State} {act} {party} {role}");
            else Assert.Equal((before.State, before.Edit), (after.State, after.Edit));
            if (!allowed) Assert.False(result.Ok);
            world.Services.Clock.Advance(TimeSpan.FromDays(chance.Next(4)));
            Assert.Equal(after.State, (await world.Case()).State);
            Assert.Equal(CaseFlow.Ends.Contains(after.State), after.ClosedAt is not null);
        }
        var steps = await world.Services.With<Store, List<CaseStep>>(s => s.Set<CaseStep>().AsNoTracking().OrderBy(x => x.Id).ToListAsync());
        Assert.Equal((await world.Case()).State, steps.Aggregate(CaseState.InCheck, (at, step) => CaseFlow.Table.First(m => m.From == at && m.Act == step.Act).To));
        Assert.All(await world.Services.With<Store, List<Clock>>(s => s.Set<Clock>().AsNoTracking().ToListAsync()), c => Assert.Equal(c.State is ClockState.Done or ClockState.Dropped, c.StoppedOn is not null));
    }

    private static async Task<Result<Done>> Try(CaseWorld world, CaseAct act, long unit, string role, Case row)
    {
        if (PlainAct.Of(act) is { } plain) return await world.Act(act, unit, role, day: plain.Day.Length == 0 ? null : DateOnly.FromDateTime(world.Services.Clock.GetUtcNow().Date).AddYears(5 + row.Edit), number: plain.Number.Length == 0 ? "" : "GJ-1");
        return act switch
        {
            CaseAct.Answer when unit == world.Provides => await world.Answer(row.Edit % 2 == 0 ? Verdict.Agree : Verdict.Mask),
            CaseAct.AskSupplement when unit == world.Provides => await world.Missing(),
            CaseAct.Consent when unit == world.Provides && role == Roles.UnitHead => await world.Sign(),
            CaseAct.ReturnDraft when unit == world.Provides && role == Roles.UnitHead => await world.Sign(agrees: false),
            CaseAct.Supply when unit == world.Provides => await world.Supply(),
            _ => CaseFaults.NotYours,
        };
    }
}
