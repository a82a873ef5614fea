using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>放弃: a workbook that is not taken over; it stays to be seen.</summary>
internal sealed class DropReturn(Store store, ReportAccess access, AuditLog audit)
{
    /// <summary>Gives one up that was not taken.</summary>
    public async Task<Result<long>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (await access.FindReturn(id, actor, cancel) is not ({ } row, { } report)) return RoundFaults.ReturnNotFound;
        if (!await access.MayFill(report, actor, cancel)) return RoundFaults.NotYours;
        if (row.State is not (ReturnState.Unmapped or ReturnState.Compared or ReturnState.Failed)) return RoundFaults.NotNow;
        if (row.Edit != edit) return RoundFaults.ChangedMeanwhile;
        row.State = ReturnState.Dropped;
        row.Edit++;
        audit.Add(actor, RoundAudit.ReturnDropped, row.AsSubject());
        return await store.TrySave(cancel) ? report.Id : RoundFaults.ChangedMeanwhile;
    }
}
