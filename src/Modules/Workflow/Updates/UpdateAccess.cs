using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Updates;

/// <summary>Who sees an update, and who is which party of it.</summary>
internal static class UpdateAccess
{
    /// <summary>The city's people and the auditor see all; others their unit's.</summary>
    public static IQueryable<CatalogUpdate> Visible(IQueryable<CatalogUpdate> rows, Actor actor, UnitTree units)
    {
        if (actor.Is(Roles.SeeAll)) return rows;
        var own = units.Family(actor.UnitId);
        return rows.Where(u => own.Contains(u.UnitId));
    }

    /// <summary>True when the person acts for this party.</summary>
    public static bool Is(UpdateParty party, CatalogUpdate row, Actor actor, UnitTree units) => party switch
    {
        UpdateParty.Unit => units.Family(actor.UnitId).Contains(row.UnitId),
        UpdateParty.Authority => actor.Is(Roles.Authority),
        _ => false,
    };
}
