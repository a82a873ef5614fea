using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Disputes;

/// <summary>提出争议: the requester does not accept that something was refused; the two units talk first (政务数据共享条例 28 II).</summary>
internal sealed class RaiseDispute(Store store, AuditLog audit, IdSource ids, TimeProvider clock, ClockBook clocks, IOrganizationDirectory organizations, NoticeBook notices)
{
    private static readonly Fault Nothing = new("workflow.dispute.nothing", "这件办理没有不同意共享的数据项，没有什么可以争议。", null, FaultKind.Conflict);
    private static readonly Fault Already = new("workflow.dispute.open", "这件办理已经有一件争议在处理。", null, FaultKind.Conflict);

    /// <summary>Raises one about a case; its id.</summary>
    public async Task<Result<long>> Run(long caseId, string claim, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var matter = await store.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId && own.Contains(c.UnitId), cancel);
        if (matter is null) return CaseFaults.NotFound;
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return CaseFaults.NotYours;
        var faults = Texts.Check(("claim", "争议的理由", claim, 2000, true));
        if (!MayRaise(matter.State, await store.Set<CaseAnswer>().Refused().AnyAsync(a => a.CaseId == caseId, cancel))) faults.Add(Nothing);
        if (await Open(store, caseId).AnyAsync(cancel)) faults.Add(Already);
        if (faults.Count > 0) return faults;
        var row = new Dispute { Id = ids.Next(), CaseId = caseId, Name = matter.Name, UnitId = matter.UnitId, ProviderId = matter.ProviderId, State = DisputeState.Talking, Claim = claim.Trim(), OpenedAt = clock.GetUtcNow() };
        await clocks.Begin(row, DisputeFlow.Term(row), cancel);
        row.Touch(ids, clock);
        store.Add(row);
        store.Add(new DisputeStep { Id = ids.Next(), DisputeId = row.Id, Act = DisputeAct.Raise, State = row.State, Note = row.Claim, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        audit.Add(actor, DisputeAudit.Raised, DisputeAudit.Of(row), after: new { row.State, row.DueOn }, why: row.Claim);
        await notices.Tell(actor, NoticeKind.Turn, DisputeAudit.Of(row), [row.ProviderId], [Roles.Liaison, Roles.UnitHead], "轮到您办理争议“{0}”：{1}。", $"/workflow/disputes/{row.Id}", cancel, row.Name, row.State.Text());
        // Two who raise at once: the store keeps one open dispute a case.
        return await store.TrySave(cancel) ? row.Id : Already;
    }

    /// <summary>True when something of the case was refused and may be granted after all.</summary>
    public static bool MayRaise(CaseState state, bool refused) => refused && CaseFlow.TakesSettlement(state);

    /// <summary>The dispute about a case that is not settled.</summary>
    public static IQueryable<Dispute> Open(Store store, long caseId) => store.Set<Dispute>().Where(d => d.CaseId == caseId && d.ClosedAt == null);
}
