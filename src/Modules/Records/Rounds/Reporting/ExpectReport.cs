using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>不适用: the authority does not expect this table of this unit, or expects it after all.</summary>
internal sealed class ExpectReport(Store store, ReportTables tables, ReportAccess access, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Changes what is expected; only before anything has come.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool expected, string why, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(ReportAccess.Deciders)) return new Fault("records.report.deciders", "由大数据中心或主管部门审核。", null, FaultKind.Forbidden);
        if (await store.Set<Report>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } report) return RoundFaults.ReportNotFound;
        if (report.State != (expected ? ReportState.NotExpected : ReportState.NotStarted)) return RoundFaults.NotNow;
        if (report.Edit != edit) return RoundFaults.ChangedMeanwhile;
        if (why.Trim().Length is 0 or > 500) return new Fault("records.report.expected-why", "请写明原因，不超过 500 字。", "why");
        report.Move(expected ? ReportState.NotStarted : ReportState.NotExpected, clock.GetUtcNow());
        report.Touch(ids, clock);
        audit.Add(actor, RoundAudit.Expected, report.AsSubject(await access.Label(report, tables, cancel)), after: new { report.State }, why: why.Trim());
        return await store.TrySave(cancel) ? new Done() : RoundFaults.ChangedMeanwhile;
    }
}
