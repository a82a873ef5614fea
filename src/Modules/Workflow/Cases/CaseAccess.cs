using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>Who sees a case, and who is which party of it.</summary>
internal static class CaseAccess
{
    /// <summary>The city's people and the auditor see all; others what their unit asks for, and what it is asked for once it was handed to it.</summary>
    public static IQueryable<Case> Visible(IQueryable<Case> rows, Actor actor, UnitTree units)
    {
        if (actor.Is(Roles.SeeAll)) return rows;
        var own = units.Family(actor.UnitId);
        return rows.Where(c => own.Contains(c.UnitId) || (own.Contains(c.ProviderId) && c.State != CaseState.ToDispatch));
    }

    /// <summary>True when the person acts for this party.</summary>
    public static bool Is(Party party, Case row, Actor actor, UnitTree units) => party switch
    {
        Party.Requester => units.Family(actor.UnitId).Contains(row.UnitId),
        Party.Provider => row.ProviderId != 0 && units.Family(actor.UnitId).Contains(row.ProviderId),
        Party.Centre => actor.Is(Roles.DataCentre),
        _ => actor.Is(Roles.Authority),
    };
}
