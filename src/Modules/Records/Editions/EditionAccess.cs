using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions;

/// <summary>Who sees an edition.</summary>
internal static class EditionAccess
{
    private static readonly EditionState[] Hidden = [EditionState.Draft, EditionState.Cancelled];

    /// <summary>The city's people and the auditor see all; a unit what is issued, and drafts from the day on which it is asked, those of one unit only when it is that one.</summary>
    public static IQueryable<Edition> Visible(IQueryable<Edition> rows, Actor actor, UnitTree units)
    {
        if (actor.Is(Roles.SeeAll)) return rows;
        var own = units.Family(actor.UnitId);
        return rows.Where(e => e.State == EditionState.Issued || (!Hidden.Contains(e.State) && e.Round > 0 && (e.UnitId == 0 || own.Contains(e.UnitId))));
    }
}
