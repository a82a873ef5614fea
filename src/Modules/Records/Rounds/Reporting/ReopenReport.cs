using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>收回定稿: before the head has signed, the unit may go on filling in; the sheet that was printed counts no more.</summary>
internal sealed class ReopenReport(Store store, ReportTables tables, ReportAccess access, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Takes the content back.</summary>
    public async Task<Result<Done>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (await access.Find(id, actor, cancel) is not { } report) return RoundFaults.ReportNotFound;
        if (!await access.MayFill(report, actor, cancel)) return RoundFaults.NotYours;
        if (report.State != ReportState.AwaitingHead) return RoundFaults.NotNow;
        if (report.Edit != edit) return RoundFaults.ChangedMeanwhile;
        report.CheckCode = "";
        report.Move(ReportState.Filling, clock.GetUtcNow());
        report.Touch(ids, clock);
        audit.Add(actor, RoundAudit.Reopened, report.AsSubject(await access.Label(report, tables, cancel)));
        return await store.TrySave(cancel) ? new Done() : RoundFaults.ChangedMeanwhile;
    }
}
