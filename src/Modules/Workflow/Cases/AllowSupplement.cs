using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>放行再次补正: the law lets the provider ask once; that it may ask again the authority decides, with a reason (reading of 政务数据共享条例 21 II).</summary>
internal sealed class AllowSupplement(Store store, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Allows one more.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string why, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return CaseFaults.NotYours;
        if (await store.Set<Case>().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } row) return CaseFaults.NotFound;
        if (row.State != CaseState.ToAnswer || row.Supplements < row.SupplementsAllowed) return CaseFaults.NotNow;
        if (row.Edit != edit) return CaseFaults.ChangedMeanwhile;
        var faults = Texts.Check(("why", "放行的理由", why, 500, true));
        if (faults.Count > 0) return faults;
        row.SupplementsAllowed++;
        row.Touch(ids, clock);
        audit.Add(actor, WorkflowAudit.SupplementAllowed, WorkflowAudit.Of(row), after: new { row.SupplementsAllowed }, why: why.Trim());
        return await store.TrySave(cancel) ? new Done() : CaseFaults.ChangedMeanwhile;
    }
}
