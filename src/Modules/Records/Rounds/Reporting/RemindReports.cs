using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>催办: reminds the chosen units, or all that have not handed in. It stands in their to-do list and in the board.</summary>
internal sealed class RemindReports(Store store, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Reminds; <paramref name="units"/> empty for all. Returns how many units were reminded.</summary>
    public async Task<Result<int>> Run(long roundId, IReadOnlyCollection<long> units, string note, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancel) is not { } round) return RoundFaults.NotFound;
        if (round.State == RoundState.Closed) return RoundFaults.Closed;
        if (note.Length > 500) return new Fault("records.reminder.long", "催办的话不超过 500 字。", "note");
        if (ClassificationMarks.Refusal(note, "note") is { } marked) return marked;
        var owing = store.Set<Report>().Where(r => r.RoundId == roundId && (r.State == ReportState.NotStarted || r.State == ReportState.Filling || r.State == ReportState.Returned || r.State == ReportState.AwaitingHead));
        if (units.Count > 0) owing = owing.Where(r => units.Contains(r.UnitId));
        var reports = await owing.ToListAsync(cancel);
        if (reports.Count == 0) return new Fault("records.reminder.none", "没有要催的单位：所选的都已报送。", null, FaultKind.Conflict);
        var now = clock.GetUtcNow();
        foreach (var report in reports)
        {
            store.Add(new Reminder { Id = ids.Next(), ReportId = report.Id, Note = note.Trim(), ActorId = actor.PersonId, ActorName = actor.Name, At = now });
            report.Reminded++;
            report.Touch(ids, clock);
        }
        audit.Add(actor, RoundAudit.Reminded, round.AsSubject(), after: new { Reports = reports.Count, note });
        return await store.TrySave(cancel) ? reports.Select(r => r.UnitId).Distinct().Count() : RoundFaults.ChangedMeanwhile;
    }
}
