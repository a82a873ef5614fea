using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Clocks;

/// <summary>Starts, stops and counts the clocks of cases and objections. The last day of the running one stands in the case, for lists and orders.</summary>
internal sealed class ClockBook(Store store, IdSource ids, TimeProvider clock, Terms terms, Deadlines deadlines, IOrganizationDirectory organizations)
{
    /// <summary>What a move does to the clock; the case has its new state already.</summary>
    public async Task Step(Case row, ClockStep step, CancellationToken cancel)
    {
        if (step == ClockStep.None) return;
        var running = await Running(row.Id, cancel);
        if (step is ClockStep.Next or ClockStep.End && running is not null) Stop(running, row.State is CaseState.Withdrawn ? ClockState.Dropped : ClockState.Done);
        if (step is ClockStep.Next) running = await Start(row, cancel);
        if (step is ClockStep.End) running = null;
        if (step is ClockStep.Pause && running is not null) Pause(running);
        if (step is ClockStep.Resume && running is not null) await Resume(running, cancel);
        if (step is ClockStep.Extend && running is not null) running.Extension += row.ExtensionDays;
        if (running is not null) await Count(running, cancel);
        (row.DueOn, row.Provisional) = (running?.DueOn, running?.Provisional == true);
    }

    /// <summary>The clock of the state that a case begins with.</summary>
    public async Task Begin(Case row, CancellationToken cancel)
    {
        var first = await Start(row, cancel);
        if (first is not null) await Count(first, cancel);
        (row.DueOn, row.Provisional) = (first?.DueOn, first?.Provisional == true);
    }

    /// <summary>校核期限 of an objection: it runs for the provider from the receipt.</summary>
    public async Task<Clock> BeginVerification(long objectionId, long providerId, CancellationToken cancel)
    {
        var started = Add(objectionId, await terms.Verification((await organizations.Tree(cancel)).Find(providerId), clock.Today(), cancel), providerId);
        await Count(started, cancel);
        return started;
    }

    /// <summary>Ends the running clock, if there is one.</summary>
    public async Task End(long id, ClockState state, CancellationToken cancel)
    {
        if (await Running(id, cancel) is { } running) Stop(running, state);
    }

    /// <summary>All clocks of a case with their pauses, the oldest first.</summary>
    public async Task<IReadOnlyList<(Clock Clock, IReadOnlyList<ClockPause> Pauses)>> Of(long caseId, CancellationToken cancel)
    {
        var clocks = await store.Set<Clock>().AsNoTracking().Where(c => c.CaseId == caseId).OrderBy(c => c.Id).ToListAsync(cancel);
        var known = clocks.ConvertAll(c => c.Id);
        var pauses = (await store.Set<ClockPause>().AsNoTracking().Where(p => known.Contains(p.ClockId)).OrderBy(p => p.Id).ToListAsync(cancel)).ToLookup(p => p.ClockId);
        return clocks.ConvertAll(c => (c, (IReadOnlyList<ClockPause>)[.. pauses[c.Id]]));
    }

    private Task<Clock?> Running(long caseId, CancellationToken cancel) =>
        store.Set<Clock>().Where(c => c.CaseId == caseId && (c.State == ClockState.Running || c.State == ClockState.Paused)).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);

    private async Task<Clock?> Start(Case row, CancellationToken cancel)
    {
        var owner = row.State == CaseState.ToDispatch ? 0 : row.ProviderId;
        return await terms.For(row.State, row.Kind, (await organizations.Tree(cancel)).Find(owner), clock.Today(), cancel) is { } term ? Add(row.Id, term, owner) : null;
    }

    private Clock Add(long id, Term term, long owner)
    {
        var started = new Clock
        {
            Id = ids.Next(), CaseId = id, Timer = term.Timer, Profile = term.Profile, OwnerId = owner, StartedOn = clock.Today(), Amount = term.Amount, WorkingDays = term.WorkingDays, State = ClockState.Running,
        };
        store.Add(started);
        return started;
    }

    private void Stop(Clock running, ClockState state) => (running.State, running.StoppedOn) = (state, clock.Today());

    private void Pause(Clock running)
    {
        running.State = ClockState.Paused;
        store.Add(new ClockPause { Id = ids.Next(), ClockId = running.Id, Kind = PauseKind.Supplement, FromOn = clock.Today() });
    }

    private async Task Resume(Clock running, CancellationToken cancel)
    {
        running.State = ClockState.Running;
        (await store.Set<ClockPause>().SingleAsync(p => p.ClockId == running.Id && p.ToOn == null, cancel)).ToOn = clock.Today();
    }

    // The pauses of this unit of work are not in the store yet.
    private async Task Count(Clock running, CancellationToken cancel)
    {
        await store.Set<ClockPause>().Where(p => p.ClockId == running.Id).LoadAsync(cancel);
        var pauses = store.Set<ClockPause>().Local.Where(p => p.ClockId == running.Id).Select(p => (p.FromOn, p.ToOn)).ToList();
        var days = ClockCount.Days(running.StartedOn, running.Amount + running.Extension, running.WorkingDays, pauses, await deadlines.Calendar(cancel));
        (running.DueOn, running.Provisional) = days.Count == 0 ? ((DateOnly?)null, false) : (days[^1].Day.Date, days.Any(d => d.Day.Provisional));
    }
}
