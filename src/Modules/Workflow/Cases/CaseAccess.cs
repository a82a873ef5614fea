using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>Who sees a case, and who is which party of it.</summary>
internal static class CaseAccess
{
    /// <summary>The city's people and the auditor see all; a district what its streets ask for; others what their unit asks for, and what it is asked for once it was handed to it.</summary>
    public static IQueryable<Case> Visible(IQueryable<Case> rows, Actor actor, UnitTree units)
    {
        if (actor.Is(Roles.SeeAll)) return rows;
        var own = units.Family(actor.UnitId);
        return rows.Where(c => own.Contains(c.UnitId) || (c.DistrictId != 0 && own.Contains(c.DistrictId)) || (own.Contains(c.ProviderId) && !Unhanded.Contains(c.State)));
    }

    /// <summary>The units whose people see a case: <see cref="Visible"/> for one row.</summary>
    public static IEnumerable<long> Seers(long unit, long district, long provider, CaseState state) =>
        new[] { unit, district, Handed(state) ? provider : 0 }.Where(u => u != 0).Distinct();

    // Nobody has told the provider yet.
    private static readonly CaseState[] Unhanded = [CaseState.AtDistrict, CaseState.InCheck, CaseState.Returned, CaseState.ToDispatch, CaseState.PassedUp];

    /// <summary>True when the provider has been told of the case.</summary>
    public static bool Handed(CaseState state) => !Unhanded.Contains(state);

    /// <summary>True when the person acts for this party.</summary>
    public static bool Is(Party party, Case row, Actor actor, UnitTree units) => party switch
    {
        Party.Requester => units.Family(actor.UnitId).Contains(row.UnitId),
        Party.Provider => row.ProviderId != 0 && units.Family(actor.UnitId).Contains(row.ProviderId),
        Party.District => row.DistrictId != 0 && units.Family(actor.UnitId).Contains(row.DistrictId),
        Party.Centre => actor.Is(Roles.DataCentre),
        _ => actor.Is(Roles.Authority),
    };
}
