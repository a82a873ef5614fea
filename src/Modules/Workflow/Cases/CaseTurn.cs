using System.Linq.Expressions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>Whose turn a case is, read off the table of moves: what is one's turn stands in 待办, the rest in 在办.</summary>
internal static class CaseTurn
{
    /// <summary>The cases whose turn is not this person's.</summary>
    public static IQueryable<Case> NotOf(Actor actor, UnitTree units, DateOnly today, IQueryable<Case> rows)
    {
        var mine = Mine(actor, units, today);
        return rows.Where(Expression.Lambda<Func<Case, bool>>(Expression.Not(mine.Body), mine.Parameters));
    }

    /// <summary>True when it can be this person's turn at all.</summary>
    public static bool Possible(Actor actor) => actor.Is(Roles.Authority) || Enum.GetValues<Party>().Any(p => States(p, actor).Count > 0);

    /// <summary>The states in which it is this party's turn and this person may do what moves the case on. What is in use waits for nobody; what is done to the demand itself is asked for there.</summary>
    public static List<CaseState> States(Party party, Actor actor) =>
        [.. CaseFlow.Table.Where(m => m.By == party && m.From is not (CaseState.InUse or CaseState.AtDistrict or CaseState.InCheck or CaseState.Returned) && actor.Is(m.Roles) && CaseFlow.Owed(m)).Select(m => m.From).Distinct()];

    /// <summary>What waits for this person though no move of its state says so: extensions that the authority has to decide, and data whose term of use is over.</summary>
    public static IEnumerable<IQueryable<Case>> Apart(Actor actor, UnitTree units, DateOnly today, IQueryable<Case> rows)
    {
        var own = units.Family(actor.UnitId);
        if (actor.Is(Roles.Authority)) yield return rows.Where(c => c.ExtensionDays > 0);
        if (actor.Is(Roles.Liaison, Roles.UnitHead)) yield return rows.Where(c => c.State == CaseState.InUse && c.UsableUntil < today && own.Contains(c.UnitId));
    }

    private static Expression<Func<Case, bool>> Mine(Actor actor, UnitTree units, DateOnly today)
    {
        var (own, asks, provides) = (units.Family(actor.UnitId), States(Party.Requester, actor), States(Party.Provider, actor));
        List<CaseState> city = [.. States(Party.Centre, actor), .. States(Party.Authority, actor)];
        var (decides, uses) = (actor.Is(Roles.Authority), actor.Is(Roles.Liaison, Roles.UnitHead));
        return c => (asks.Contains(c.State) && own.Contains(c.UnitId)) || (provides.Contains(c.State) && own.Contains(c.ProviderId)) || city.Contains(c.State) || (decides && c.ExtensionDays > 0)
            || (uses && c.State == CaseState.InUse && c.UsableUntil < today && own.Contains(c.UnitId));
    }
}
