using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>提交审签: every row has its answer, the head's turn.</summary>
internal sealed class SubmitSheet(Store store, ReviewAccess access, AuditLog audit, IdSource ids, TimeProvider clock)
{
    public async Task<Result<Done>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return ReviewFaults.NotYours;
        var found = await access.Own(id, edit, SheetState.Answering, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        var open = await store.Set<ReviewRow>().CountAsync(r => r.SheetId == id && r.Answer == ReviewAnswer.None, cancel);
        if (open > 0) return new Fault("lists.review.unanswered", "还有 {0} 条没有答复。", "answer", FaultKind.Conflict, open);
        (at.Sheet.State, at.Sheet.Since) = (SheetState.ToSign, clock.GetUtcNow());
        at.Sheet.Touch(ids, clock);
        audit.Add(actor, ListsAudit.ReviewSubmitted, at.Review.AsSubject(), after: new { at.Sheet.UnitId, at.Sheet.State });
        return await store.TrySave(cancel) ? new Done() : ReviewFaults.Changed;
    }
}
