using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>签批: the head of the unit answers for the sheet, in the system or on paper; with his consent the answers take effect in the same transaction.</summary>
internal sealed class SignSheet(Store store, ListsTurn turn, ReviewAccess access, SignOffBook signOffs, TakeAnswers take, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private static readonly Fault HeadNeeded = new("lists.review.head", "请由单位负责人登录签署，或上传线下签批件由联络员代录。", "scan", FaultKind.Forbidden);

    public async Task<Result<Done>> Run(long id, int edit, SignOffInput verdict, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return ReviewFaults.NotYours;
        await using var transaction = await turn.Begin(cancel);
        var found = await access.Own(id, edit, SheetState.ToSign, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        var faults = signOffs.Check(verdict);
        if (verdict.Paper is null && !actor.Is(Roles.UnitHead)) faults.Add(HeadNeeded);
        if (faults.Count > 0) return faults;
        (at.Sheet.State, at.Sheet.Since) = (verdict.Agrees ? SheetState.Signed : SheetState.Answering, clock.GetUtcNow());
        at.Sheet.Touch(ids, clock);
        var signed = signOffs.Add(actor, ListsAudit.ReviewSheetKind, id, Roles.UnitHead, verdict);
        audit.Add(actor, verdict.Agrees ? ListsAudit.ReviewSigned : ListsAudit.ReviewSentBack, at.Review.AsSubject(), after: new { at.Sheet.UnitId, at.Sheet.State, SignOff = signed.Evidence() }, why: verdict.Opinion.Trim());
        if (!await store.TrySave(cancel)) return ReviewFaults.Changed;
        if (verdict.Agrees && await take.Run(at.Sheet, actor, cancel) is { } refused) return refused;
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
