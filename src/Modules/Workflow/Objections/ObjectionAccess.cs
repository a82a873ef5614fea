using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Objections;

/// <summary>Who sees an objection, and who is which party of it.</summary>
internal static class ObjectionAccess
{
    /// <summary>The city's people and the auditor see all; others what their unit raised, provides or is the source of, and what it was told the result of.</summary>
    public static IQueryable<Objection> Visible(Store store, Actor actor, UnitTree units)
    {
        if (actor.Is(Roles.SeeAll)) return store.Set<Objection>();
        var (own, told) = (units.Family(actor.UnitId), store.Set<ToldUnit>());
        return store.Set<Objection>().Where(o =>
            own.Contains(o.UnitId) || own.Contains(o.ProviderId) || (o.SourceId != 0 && own.Contains(o.SourceId)) || told.Any(t => t.ObjectionId == o.Id && own.Contains(t.UnitId)));
    }

    /// <summary>证明材料 is for the parties, the city and the auditor: a unit that was told the result reads the objection without it.</summary>
    public static bool SeesProof(Objection row, Actor actor, UnitTree units) =>
        actor.Is(Roles.SeeAll) || Is(ObjectionParty.Raiser, row, actor, units) || Is(ObjectionParty.Provider, row, actor, units) || Is(ObjectionParty.Source, row, actor, units);

    /// <summary>True when the person acts for this party.</summary>
    public static bool Is(ObjectionParty party, Objection row, Actor actor, UnitTree units) => party switch
    {
        ObjectionParty.Raiser => units.Family(actor.UnitId).Contains(row.UnitId),
        ObjectionParty.Provider => units.Family(actor.UnitId).Contains(row.ProviderId),
        ObjectionParty.Source => row.SourceId != 0 && units.Family(actor.UnitId).Contains(row.SourceId),
        _ => actor.Is(Roles.Authority),
    };
}
