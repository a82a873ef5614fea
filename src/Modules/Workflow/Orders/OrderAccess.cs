using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Orders;

/// <summary>Who sees an order, who answers it, who decides on the answer.</summary>
internal static class OrderAccess
{
    public static readonly Fault NotFound = new("workflow.order.not-found", "没有这份督办单，或者它与您的单位无关。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("workflow.order.not-now", "这份督办单的状态已经变了，现在不能这样办。", null, FaultKind.Conflict);
    public static readonly Fault NotYours = new("workflow.order.not-yours", "这一步不归您的角色办理。", null, FaultKind.Forbidden);
    public static readonly Fault ChangedMeanwhile = new("workflow.order.changed", "别人先办了一步。您填的没有丢，请看现在的状态再办。", null, FaultKind.Conflict);

    /// <summary>The city's people and the auditor see all, others what is asked of their unit.</summary>
    public static IQueryable<Order> Visible(IQueryable<Order> rows, Actor actor, UnitTree units)
    {
        if (actor.Is(Roles.SeeAll)) return rows;
        var own = units.Family(actor.UnitId);
        return rows.Where(o => own.Contains(o.UnitId));
    }

    /// <summary>True for those of whom it is asked.</summary>
    public static bool Answers(Order order, Actor actor, UnitTree units) =>
        order.UnitId == 0 ? actor.Is(Roles.DataCentre) : actor.Is(Roles.Liaison, Roles.UnitHead) && units.Family(actor.UnitId).Contains(order.UnitId);

    /// <summary>True for those who issued it, and for the authority.</summary>
    public static bool Decides(Order order, Actor actor) => actor.Is(order.IssuerRole, Roles.Authority);

    /// <summary>The roles of those of whom it is asked.</summary>
    public static string[] Asked(Order order) => order.UnitId == 0 ? [Roles.DataCentre] : [Roles.Liaison, Roles.UnitHead];

    /// <summary>Whom this person may ask in a case: the authority every party, the data centre the requester as long as the dispatch, its own term, runs.</summary>
    public static IReadOnlyList<Party> MayAsk(Case row, Actor actor)
    {
        if (CaseFlow.Ends.Contains(row.State)) return [];
        if (actor.Is(Roles.Authority)) return !row.Handed ? [Party.Centre, Party.Requester] : row.ProviderId == 0 ? [Party.Requester] : [Party.Provider, Party.Requester];
        return actor.Is(Roles.DataCentre) && !row.Handed ? [Party.Requester] : [];
    }
}
