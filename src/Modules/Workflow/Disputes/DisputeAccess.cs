using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Disputes;

/// <summary>Who sees a dispute, who is which party of it, and what is answered where it cannot be.</summary>
internal static class DisputeAccess
{
    public static readonly Fault NotFound = new("workflow.dispute.not-found", "没有这件争议，或者它与您的单位无关。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("workflow.dispute.not-now", "这件争议的状态已经变了，现在不能这样办。请看现在轮到谁。", null, FaultKind.Conflict);
    public static readonly Fault ChangedMeanwhile = new("workflow.dispute.changed", "别人先办了一步。您填的没有丢，请看现在的状态再办。", null, FaultKind.Conflict);

    public static readonly Fault NotRefused = new("workflow.dispute.item", "所列的数据项里，有的没有被“不同意共享”。请按现在的数据项再逐项写明。", "verdicts", FaultKind.Conflict);

    public static readonly Fault AgreedOnNothing = new("workflow.dispute.agreed-on-nothing", "没有一项改为同意共享，不是协商一致：需求单位接受原答复的，由它撤回争议；谈不成的，由它申请协调。", "verdicts", FaultKind.Conflict);
    public static readonly Fault SaidTwice = new("workflow.dispute.item-twice", "同一个数据项写了两次结论，请只写一次。", "verdicts");

    private static readonly CaseState[] Over = [CaseState.ToDispose, CaseState.Closed, CaseState.Withdrawn];

    /// <summary>Why nothing can be granted to this case now; null when it can.</summary>
    public static Fault? Hindrance(Case matter) => CaseFlow.TakesSettlement(matter.State) ? null
        : Over.Contains(matter.State) ? new("workflow.dispute.case-over", "“{0}”的办理已经是“{1}”，不能再增加同意共享的数据项，只能维持不同意共享；仍然需要的，请重新提出需求。", "verdicts", FaultKind.Conflict, matter.Name, matter.State.Text())
        : new("workflow.dispute.case-waits", "“{0}”的办理现在是“{1}”，这一步办完以前不能增加同意共享的数据项：可以先维持不同意共享，会商时也可以暂不作结论，其他议题照常登记。", "verdicts", FaultKind.Conflict, matter.Name, matter.State.Text());

    /// <summary>The two units, the city's people and the auditor.</summary>
    public static IQueryable<Dispute> Visible(IQueryable<Dispute> rows, Actor actor, UnitTree units)
    {
        if (actor.Is(Roles.SeeAll)) return rows;
        var own = units.Family(actor.UnitId);
        return rows.Where(d => own.Contains(d.UnitId) || own.Contains(d.ProviderId));
    }

    /// <summary>True when the person may make this move.</summary>
    public static bool May(DisputeMove move, Dispute row, Actor actor, UnitTree units) => actor.Is(move.Roles) && move.By switch
    {
        Party.Requester => units.Family(actor.UnitId).Contains(row.UnitId),
        Party.Provider => units.Family(actor.UnitId).Contains(row.ProviderId),
        _ => actor.Is(Roles.Authority),
    };
}
