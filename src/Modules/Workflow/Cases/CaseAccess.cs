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
        return rows.Where(c => own.Contains(c.UnitId) || (c.DistrictId != 0 && own.Contains(c.DistrictId)) || (own.Contains(c.ProviderId) && c.Handed));
    }

    /// <summary>The units whose people see a case: <see cref="Visible"/> for one row.</summary>
    public static IEnumerable<long> Seers(long unit, long district, long provider, bool handed) =>
        new[] { unit, district, handed ? provider : 0 }.Where(u => u != 0).Distinct();

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
