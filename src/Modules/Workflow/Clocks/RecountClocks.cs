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
using Qingdan.Workflow.Objections;

namespace Qingdan.Workflow.Clocks;

/// <summary>
/// Counts running clocks anew when the calendar has changed: a notice of holidays, a day set by hand. Only a date that moves leaves a trace; nobody else is told.
/// In slices of one short transaction each; broken off, it begins again, and does nothing twice.
/// </summary>
internal sealed class RecountClocks(Store store, Deadlines deadlines, AuditLog audit, IdSource ids, TimeProvider clock) : IRegularWork
{
    private const int Slice = 500;

    public async Task Run(CancellationToken cancel)
    {
        var calendar = await deadlines.Calendar(cancel);
        var digest = Digest(calendar, clock.Today());
        if ((await store.Query("SELECT digest FROM workflow_calendar", r => r.GetString(0), cancel)).FirstOrDefault() == digest) return;
        for (long after = 0; await One(after, calendar, cancel) is > 0 and var last; after = last) { }
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

    private async Task<long> One(long after, WorkingCalendar calendar, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var running = await store.Set<Clock>().Where(c => c.State == ClockState.Running && c.Id > after).OrderBy(c => c.Id).Take(Slice).ToListAsync(cancel);
        if (running.Count == 0) return 0;
        var known = running.ConvertAll(c => c.Id);
        var pauses = (await store.Set<ClockPause>().AsNoTracking().Where(p => known.Contains(p.ClockId)).ToListAsync(cancel)).ToLookup(p => p.ClockId, p => (p.FromOn, p.ToOn));
        var moved = running.Where(c => Moves(c, [.. pauses[c.Id]], calendar)).ToDictionary(c => c.CaseId);
        var cases = moved.Keys.ToList();
        foreach (var row in await store.Set<Case>().Where(c => cases.Contains(c.Id)).ToListAsync(cancel)) Tell(row, moved[row.Id]);
        foreach (var row in await store.Set<Objection>().Where(o => cases.Contains(o.Id)).ToListAsync(cancel)) Tell(row, moved[row.Id]);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return known[^1];
    }

    private static bool Moves(Clock c, (DateOnly, DateOnly?)[] pauses, WorkingCalendar calendar)
    {
        var days = ClockCount.Days(c.StartedOn, c.Amount + c.Extension, c.WorkingDays, pauses, calendar);
        var (due, provisional) = (days[^1].Day.Date, days.Any(d => d.Day.Provisional));
        if (due == c.DueOn && provisional == c.Provisional) return false;
        (c.DueOn, c.Provisional) = (due, provisional);
        return true;
    }

    private void Tell(Case row, Clock moved)
    {
        var before = row.DueOn;
        (row.DueOn, row.Provisional) = (moved.DueOn, moved.Provisional);
        row.Touch(ids, clock);
        if (before != row.DueOn) audit.Add(Actor.System, WorkflowAudit.Recounted, WorkflowAudit.Of(row), before: new { DueOn = Shown.Day(before) }, after: new { DueOn = Shown.Day(row.DueOn) });
    }

    private void Tell(Objection row, Clock moved)
    {
        var before = row.DueOn;
        (row.DueOn, row.Provisional) = (moved.DueOn, moved.Provisional);
        row.Touch(ids, clock);
        if (before != row.DueOn) audit.Add(Actor.System, ObjectionAudit.Recounted, ObjectionAudit.Of(row), before: new { DueOn = Shown.Day(before) }, after: new { DueOn = Shown.Day(row.DueOn) });
    }
}
