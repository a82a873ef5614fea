using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Meetings;

/// <summary>取消会商: its matters can be put on another agenda.</summary>
internal sealed class CancelMeeting(Store store, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Cancels one, with its reason.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string why, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.City)) return CaseFaults.NotYours;
        if (await store.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } row) return MeetingWords.NotFound;
        if (row.State != MeetingState.Planned) return MeetingWords.NotNow;
        if (row.Edit != edit) return MeetingWords.ChangedMeanwhile;
        var faults = Texts.Check(("why", "取消的原因", why, 500, true));
        if (faults.Count > 0) return faults;
        row.State = MeetingState.Cancelled;
        await foreach (var matter in store.Set<MeetingMatter>().Where(m => m.MeetingId == id).AsAsyncEnumerable().WithCancellation(cancel)) matter.Open = false;
        row.Touch(ids, clock);
        audit.Add(actor, MeetingAudit.Cancelled, MeetingAudit.Of(row), after: new { row.State }, why: why.Trim());
        return await store.TrySave(cancel) ? new Done() : MeetingWords.ChangedMeanwhile;
    }
}
