using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Clocks;

/// <summary>Starts, stops and counts the clocks of cases, disputes, objections and updates of the catalogue. The last day of the running one stands in the row.</summary>
internal sealed class ClockBook(Store store, IdSource ids, TimeProvider clock, Terms terms, Deadlines deadlines, IOrganizationDirectory organizations)
{
    /// <summary>What a move does to the clocks; the row has its new state already, and <paramref name="next"/> is the term of that state.</summary>
    public async Task Step(IClocked row, ClockStep step, OwedTerm next, CancellationToken cancel, bool dropped = false)
    {
        if (step == ClockStep.None) return;
        var open = await Open(row.Id, cancel);
        var running = open.Find(c => c.State == ClockState.Running);
        switch (step)
        {
            case ClockStep.Next when running is not null && running.Timer == next.Continues:
                break;
            case ClockStep.Next or ClockStep.End:
                foreach (var ended in open) await Stop(ended, dropped ? ClockState.Dropped : ClockState.Done, cancel);
                running = step == ClockStep.Next ? await Start(row, next, cancel) : null;
                break;
            case ClockStep.Pause or ClockStep.PassUp:
                Pause(running, step == ClockStep.Pause ? PauseKind.Supplement : PauseKind.PassedUp);
                running = await Start(row, next, cancel);
                break;
            case ClockStep.Resume:
                if (running is not null) await Stop(running, ClockState.Done, cancel);
                running = await Resume(open, cancel);
                break;
            // It may stand still, beside what runs meanwhile, when more time is granted.
            case ClockStep.Extend when (open.Find(c => c.State == ClockState.Paused) ?? running) is { } extended:
                extended.Extension += row.ExtensionDays;
                break;
        }
        await Show(row, running, cancel);
    }

    /// <summary>The clock of the state that a row begins with.</summary>
    public async Task Begin(IClocked row, OwedTerm first, CancellationToken cancel) => await Show(row, await Start(row, first, cancel), cancel);

    /// <summary>立即: what is owed without a day of delay and is done now. From the event to today are the days it was late.</summary>
    public async Task AtOnce(IClocked row, OwedTerm owed, CancellationToken cancel)
    {
        if (await Start(row, owed, cancel) is { } term) (term.DueOn, term.State, term.StoppedOn) = (term.StartedOn, ClockState.Done, clock.Today());
    }

    /// <summary>All clocks of a case with their pauses, the oldest first.</summary>
    public async Task<IReadOnlyList<(Clock Clock, IReadOnlyList<ClockPause> Pauses)>> Of(long caseId, CancellationToken cancel)
    {
        var clocks = await store.Set<Clock>().AsNoTracking().Where(c => c.CaseId == caseId).OrderBy(c => c.Id).ToListAsync(cancel);
        var known = clocks.ConvertAll(c => c.Id);
        var pauses = (await store.Set<ClockPause>().AsNoTracking().Where(p => known.Contains(p.ClockId)).OrderBy(p => p.Id).ToListAsync(cancel)).ToLookup(p => p.ClockId);
        return clocks.ConvertAll(c => (c, (IReadOnlyList<ClockPause>)[.. pauses[c.Id]]));
    }

    // The one that runs, and the one that stands still while it does.
    private Task<List<Clock>> Open(long caseId, CancellationToken cancel) =>
        store.Set<Clock>().Where(c => c.CaseId == caseId && (c.State == ClockState.Running || c.State == ClockState.Paused)).OrderBy(c => c.Id).ToListAsync(cancel);

    private async Task<Clock?> Start(IClocked row, OwedTerm next, CancellationToken cancel)
    {
        var (from, governed) = (next.From ?? clock.Today(), (await organizations.Tree(cancel)).Find(next.GovernedId == 0 ? next.OwnerId : next.GovernedId));
        if (await terms.Find(next, governed, from, cancel) is not { } term) return null;
        var started = new Clock
        {
            Id = ids.Next(), CaseId = row.Id, Timer = term.Timer, Profile = term.Profile, OwnerId = next.OwnerId, StartedOn = from, Amount = term.Amount, Extension = next.Extension, WorkingDays = term.WorkingDays, State = ClockState.Running,
        };
        store.Add(started);
        return started;
    }

    private async Task Stop(Clock ended, ClockState state, CancellationToken cancel)
    {
        if (ended.State == ClockState.Paused) await EndPause(ended, cancel);
        (ended.State, ended.StoppedOn) = (state, clock.Today());
    }

    private async Task EndPause(Clock paused, CancellationToken cancel) => (await store.Set<ClockPause>().SingleAsync(p => p.ClockId == paused.Id && p.ToOn == null, cancel)).ToOn = clock.Today();

    // Where no clock runs there is none to stand still: a case of before there were clocks.
    private void Pause(Clock? running, PauseKind kind)
    {
        if (running is null) return;
        (running.State, running.DueOn) = (ClockState.Paused, null);
        store.Add(new ClockPause { Id = ids.Next(), ClockId = running.Id, Kind = kind, FromOn = clock.Today() });
    }

    private async Task<Clock?> Resume(List<Clock> open, CancellationToken cancel)
    {
        if (open.Find(c => c.State == ClockState.Paused) is not { } paused) return null;
        paused.State = ClockState.Running;
        await EndPause(paused, cancel);
        return paused;
    }

    // The pauses of this unit of work are not in the store yet.
    private async Task Show(IClocked row, Clock? running, CancellationToken cancel)
    {
        if (running is { State: ClockState.Running })
        {
            await store.Set<ClockPause>().Where(p => p.ClockId == running.Id).LoadAsync(cancel);
            var pauses = store.Set<ClockPause>().Local.Where(p => p.ClockId == running.Id).Select(p => (p.FromOn, p.ToOn)).ToList();
            var days = ClockCount.Days(running.StartedOn, running.Amount + running.Extension, running.WorkingDays, pauses, await deadlines.Calendar(cancel));
            (running.DueOn, running.Provisional) = (days[^1].Day.Date, days.Any(d => d.Day.Provisional));
        }
        (row.DueOn, row.Provisional) = (running?.DueOn, running is { State: ClockState.Running, Provisional: true });
    }
}
