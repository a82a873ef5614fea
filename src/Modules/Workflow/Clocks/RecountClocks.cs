using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Disputes;
using Qingdan.Workflow.Notices;
using Qingdan.Workflow.Objections;
using Qingdan.Workflow.Updates;

namespace Qingdan.Workflow.Clocks;

/// <summary>
/// Counts running clocks anew when the calendar has changed: a notice of holidays, a day set by hand. Only a date that moves leaves a trace, and only those whose it is are told:
/// of several matters at once, not of each. In slices, owner by owner, and a slice is written at once after all was read and counted: whoever else wants to write
/// gets his turn between them. Broken off, it begins again, and does nothing twice.
/// </summary>
internal sealed class RecountClocks(Store store, Deadlines deadlines, AuditLog audit, IdSource ids, TimeProvider clock, Matters matters, TellOfCase tell) : IRegularWork
{
    private const int Slice = 500;

    private static readonly string[] Days = [nameof(IClocked.DueOn), nameof(IClocked.Provisional)];

    public async Task Run(CancellationToken cancel)
    {
        var calendar = await deadlines.Calendar(cancel);
        var digest = Digest(calendar, clock.Today());
        if ((await store.Query("SELECT digest FROM workflow_calendar", r => r.GetString(0), cancel)).FirstOrDefault() == digest) return;
        for ((long Owner, long Id) after = (long.MinValue, 0); await One(after, calendar, cancel) is { } last; after = last) { }
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.Execute("DELETE FROM workflow_calendar", cancel);
        await store.Execute("INSERT INTO workflow_calendar (digest) VALUES (@digest)", cancel, ("digest", digest));
        await transaction.CommitAsync(cancel);
    }

    // The years in which a running clock can lie; another window once a year.
    private static string Digest(WorkingCalendar calendar, DateOnly today)
    {
        var days = new StringBuilder();
        for (var day = new DateOnly(today.Year - 1, 1, 1); day.Year <= today.Year + 1; day = day.AddDays(1))
            days.Append(calendar.On(day) is var d && d.Works ? 'w' : 'o').Append(d.Provisional ? '?' : '.');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(days.ToString())));
    }

    private async Task<(long Owner, long Id)?> One((long Owner, long Id) after, WorkingCalendar calendar, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        var (last, moved, shown) = await Read(after, calendar, cancel);
        if (last is null) return null;
        var later = shown.Where(m => m.Before != m.Term.DueOn).ToList();
        foreach (var own in later.GroupBy(m => m.Term.OwnerId)) await tell.Recounted([.. own], cancel);
        // A matter that somebody has moved meanwhile: its slice is read anew.
        return await Write(moved, shown.ConvertAll(m => m.Matter.Row), later.ConvertAll(m => Event(m.Matter, m.Term, m.Before)), cancel) ? last : after;
    }

    // Clocks and matters of one moment: a term extended between two readings would else be written back, and the matter's guard would not see it.
    private async Task<((long Owner, long Id)? Last, IReadOnlyCollection<Clock> Moved, List<(Matter Matter, Clock Term, DateOnly? Before)> Shown)> Read((long Owner, long Id) after, WorkingCalendar calendar, CancellationToken cancel)
    {
        await using var moment = await store.BeginMoment(cancel);
        var running = await store.Set<Clock>().AsNoTracking().Where(c => c.State == ClockState.Running && c.OwnerId >= after.Owner && (c.OwnerId > after.Owner || c.Id > after.Id))
            .OrderBy(c => c.OwnerId).ThenBy(c => c.Id).Take(Slice).ToListAsync(cancel);
        if (running.Count == 0) return (null, [], []);
        var known = running.ConvertAll(c => c.Id);
        var pauses = (await store.Set<ClockPause>().AsNoTracking().Where(p => known.Contains(p.ClockId)).ToListAsync(cancel)).ToLookup(p => p.ClockId, p => (p.FromOn, p.ToOn));
        var moved = running.Where(c => Moves(c, [.. pauses[c.Id]], calendar)).ToDictionary(c => c.CaseId);
        var shown = (await matters.Of([.. moved.Keys], cancel)).Values.Select(m => (Matter: m, Term: moved[m.Row.Id], Before: Show(m, moved[m.Row.Id]))).ToList();
        return ((running[^1].OwnerId, running[^1].Id), moved.Values, shown);
    }

    private async Task<bool> Write(IReadOnlyCollection<Clock> clocks, IReadOnlyList<IClocked> rows, IReadOnlyList<AuditEvent> events, CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.UpdateMany(clocks, Days, cancel);
        if (!await Kind<Case>() || !await Kind<Dispute>() || !await Kind<Objection>() || !await Kind<CatalogUpdate>()) return false;
        await store.InsertMany(events, cancel);
        if (!await store.TrySave(cancel)) return false;
        await transaction.CommitAsync(cancel);
        return true;

        async Task<bool> Kind<T>() where T : class => rows.OfType<T>().ToList() is var some && await store.UpdateMany(some, Days, cancel) == some.Count;
    }

    private static bool Moves(Clock c, (DateOnly, DateOnly?)[] pauses, WorkingCalendar calendar)
    {
        var days = ClockCount.Days(c.StartedOn, c.Amount + c.Extension, c.WorkingDays, pauses, calendar);
        var (due, provisional) = (days[^1].Day.Date, days.Any(d => d.Day.Provisional));
        if (due == c.DueOn && provisional == c.Provisional) return false;
        (c.DueOn, c.Provisional) = (due, provisional);
        return true;
    }

    // The row shows the day of its clock. Answers the day it showed before.
    private DateOnly? Show(Matter matter, Clock moved)
    {
        var before = matter.Row.DueOn;
        (matter.Row.DueOn, matter.Row.Provisional) = (moved.DueOn, moved.Provisional);
        matter.Row.Touch(ids, clock);
        return before;
    }

    private AuditEvent Event(Matter matter, Clock moved, DateOnly? before) =>
        audit.Event(Actor.System, WorkflowAudit.Recounted, matter.About, before: new { DueOn = Shown.Day(before) }, after: new { DueOn = Shown.Day(moved.DueOn) });
}
