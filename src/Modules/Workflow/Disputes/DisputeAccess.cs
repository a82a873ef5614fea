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
