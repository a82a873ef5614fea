using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Clocks;

/// <summary>
/// Tells of terms that end soon and of those that have run out, step by step (<see cref="Escalation"/>), each once: what was said stands in a row beside the clock.
/// A date decides nothing: overdue is never consent.
/// </summary>
internal sealed class WatchTerms(Store store, Deadlines deadlines, TimeProvider clock, Matters matters, TellOfCase tell) : IRegularWork
{
    private const int Slice = 200;

    public async Task Run(CancellationToken cancel)
    {
        var calendar = await deadlines.Calendar(cancel);
        foreach (var step in Escalation.Steps)
            while (await One(step, calendar, cancel) == Slice) { }
    }

    /// <summary>The latest last day for which a step is due today: two working days ahead, or one behind.</summary>
    public static DateOnly Latest(DateOnly today, int left, WorkingCalendar calendar)
    {
        var (day, late) = (today, 0);
        if (left >= 0)
        {
            while (ClockCount.Left(today, day.AddDays(1), calendar) <= left) day = day.AddDays(1);
            return day;
        }
        for (; late < -left; day = day.AddDays(-1)) late += calendar.On(day).Works ? 1 : 0;
        return day;
    }

    private async Task<int> One(Escalation step, WorkingCalendar calendar, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        var (today, warnings) = (clock.Today(), store.Set<ClockWarning>());
        var (from, to) = (step.WorkingDaysLeft < 0 ? DateOnly.MinValue : today, Latest(today, step.WorkingDaysLeft, calendar));
        var due = await store.Set<Clock>().AsNoTracking()
            .Where(c => c.State == ClockState.Running && c.DueOn >= from && c.DueOn <= to && !warnings.Any(w => w.ClockId == c.Id && w.Code == step.Code && w.DueOn == c.DueOn))
            .OrderBy(c => c.DueOn).ThenBy(c => c.Id).Take(Slice).ToListAsync(cancel);
        var known = await matters.Of(due.ConvertAll(c => c.CaseId), cancel);
        foreach (var term in due)
        {
            store.Add(new ClockWarning { ClockId = term.Id, Code = step.Code, DueOn = term.DueOn!.Value, At = clock.GetUtcNow() });
            await tell.Warned(known[term.CaseId], term, step, ClockCount.Left(today, term.DueOn!.Value, calendar), cancel);
        }
        // Another node may have said it in this moment; then this one says nothing.
        return await store.TrySave(cancel) ? due.Count : 0;
    }
}
