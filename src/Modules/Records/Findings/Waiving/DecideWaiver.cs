using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings.Waiving;

/// <summary>The city's word on a waiver: agreed, refused with a reason, or ended before its day.</summary>
internal sealed class DecideWaiver(Store store, Waivers waivers, AuditLog audit, TimeProvider clock)
{
    public static readonly Fault NotFound = new("records.waiver.not-found", "没有这个豁免。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("records.waiver.not-now", "这个豁免已经办过，请刷新查看。", null, FaultKind.Conflict);

    /// <summary>Decides what was asked. <paramref name="edit"/> is the number the page was loaded with.</summary>
    public Task<Result<Done>> Run(long id, int edit, bool agrees, string opinion, Actor actor, CancellationToken cancel) =>
        Change(id, edit, WaiverState.Asked, agrees ? WaiverState.Granted : WaiverState.Refused, opinion, !agrees, agrees ? FindingAudit.WaiverGranted : FindingAudit.WaiverRefused, actor, cancel);

    /// <summary>Ends one that holds.</summary>
    public Task<Result<Done>> End(long id, int edit, string opinion, Actor actor, CancellationToken cancel) =>
        Change(id, edit, WaiverState.Granted, WaiverState.Ended, opinion, true, FindingAudit.WaiverEnded, actor, cancel);

    private async Task<Result<Done>> Change(long id, int edit, WaiverState from, WaiverState to, string opinion, bool owesOpinion, AuditAction action, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<Waiver>().SingleOrDefaultAsync(w => w.Id == id, cancel) is not { } waiver) return NotFound;
        var faults = new List<Fault>();
        if (owesOpinion && opinion.Trim().Length == 0) faults.Add(new("records.waiver.opinion", "请写明理由。", "opinion"));
        if (opinion.Length > 500) faults.Add(new("records.waiver.opinion-long", "意见不超过 500 字。", "opinion"));
        if (ClassificationMarks.Refusal(opinion, "opinion") is { } marked) faults.Add(marked);
        if (faults.Count > 0) return faults;
        if (waiver.State != from || waiver.Edit != edit) return NotNow;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        (waiver.State, waiver.Opinion, waiver.DecidedBy, waiver.DecidedAt, waiver.Edit) = (to, opinion.Trim(), actor.Name, clock.GetUtcNow(), waiver.Edit + 1);
        audit.Add(actor, action, waiver.AsSubject(), after: new { waiver.State, waiver.UntilOn }, why: waiver.Opinion);
        if (!await store.TrySave(cancel)) return NotNow;
        if (to != WaiverState.Refused) await waivers.Mark(waiver, to == WaiverState.Granted, cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
