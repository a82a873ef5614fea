using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Objections;

/// <summary>Who sees an objection, and who is which party of it.</summary>
internal static class ObjectionAccess
{
    /// <summary>The city's people and the auditor see all; others what their unit raised, provides or is the source of.</summary>
    public static IQueryable<Objection> Visible(IQueryable<Objection> rows, Actor actor, UnitTree units)
    {
        if (actor.Is(Roles.SeeAll)) return rows;
        var own = units.Family(actor.UnitId);
        return rows.Where(o => own.Contains(o.UnitId) || own.Contains(o.ProviderId) || (o.SourceId != 0 && own.Contains(o.SourceId)));
    }

    /// <summary>True when the person acts for this party.</summary>
    public static bool Is(ObjectionParty party, Objection row, Actor actor, UnitTree units) => party switch
    {
        ObjectionParty.Raiser => units.Family(actor.UnitId).Contains(row.UnitId),
        ObjectionParty.Provider => units.Family(actor.UnitId).Contains(row.ProviderId),
        ObjectionParty.Source => row.SourceId != 0 && units.Family(actor.UnitId).Contains(row.SourceId),
        _ => actor.Is(Roles.Authority),
    };
}
