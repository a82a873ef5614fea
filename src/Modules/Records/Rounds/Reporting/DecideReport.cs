using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>通过或退回: the city's people accept a report, and its rows go into the records in the same transaction; or send it back with the reason.</summary>
internal sealed class DecideReport(Store store, ReportTables tables, ReportAccess access, IOrganizationDirectory organizations, SignOffBook signOffs, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const int MostNamed = 20;

    /// <summary>Decides on one report.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool accepts, string opinion, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(ReportAccess.Deciders)) return new Fault("records.report.deciders", "由大数据中心或主管部门审核。", null, FaultKind.Forbidden);
        if (await access.Find(id, actor, cancel) is not { } report) return RoundFaults.ReportNotFound;
        if (report.State != ReportState.HandedIn) return RoundFaults.NotNow;
        if (report.Edit != edit) return RoundFaults.ChangedMeanwhile;
        var input = new SignOffInput(accepts, opinion);
        var faults = signOffs.Check(input);
        if (faults.Count > 0) return faults;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        Move(report, accepts, opinion, actor);
        signOffs.Add(actor, Report.AuditKind, report.Id, "city", input);
        var label = await access.Label(report, tables, cancel);
        audit.Add(actor, accepts ? RoundAudit.Accepted : RoundAudit.Returned, report.AsSubject(label), after: new { report.State, report.CheckCode, report.Changed, report.Added, report.Removed }, why: opinion.Trim());
        if (!await store.TrySave(cancel)) return RoundFaults.ChangedMeanwhile;
        if (accepts && await Apply(report, actor, cancel) is { Count: > 0 } refused)
        {
            await transaction.RollbackAsync(cancel);
            return refused.Take(MostNamed).ToList();
        }
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    private void Move(Report report, bool accepts, string opinion, Actor actor)
    {
        var now = clock.GetUtcNow();
        (report.DecidedAt, report.DecidedBy, report.Opinion) = (now, actor.Name, opinion.Trim());
        if (!accepts) (report.Returned, report.CheckCode) = (report.Returned + 1, "");
        report.Move(accepts ? ReportState.Accepted : ReportState.Returned, now);
        report.Touch(ids, clock);
    }

    private async Task<IReadOnlyList<Fault>> Apply(Report report, Actor actor, CancellationToken cancel)
    {
        var (table, round) = (tables[report.TableKey], await store.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == report.RoundId, cancel));
        var stored = (await table.Rows((await organizations.Tree(cancel)).Family(report.UnitId), cancel)).ToDictionary(r => r.Id);
        var lines = await store.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == report.Id && l.Change != ReportChange.Same).OrderBy(l => l.Place).ToListAsync(cancel);
        var faults = new List<Fault>();
        foreach (var line in lines.Where(l => l.RecordId != 0))
            if (!stored.TryGetValue(line.RecordId, out var row)) faults.Add(Moved(line, "“{0}”已不在系统里（可能已移出或已划转），请退回单位核对。"));
            else if (row.Edit != line.Edit) faults.Add(Moved(line, "“{0}”在单位填报之后又在系统里改过，请退回单位核对。"));
        if (faults.Count > 0) return faults;
        return await table.Apply(new AcceptedReport(report.Id, report.UnitId, $"{round.Title} {round.NoticeNumber}", [.. lines.Select(l => l.Said(stored.GetValueOrDefault(l.RecordId)))]), actor, cancel);
    }

    private static Fault Moved(ReportLine line, string text) => new("records.report.moved", text, null, FaultKind.Conflict, line.Name);
}
