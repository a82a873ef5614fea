using System.Linq.Expressions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>Whose turn a case is, read off the table of moves: what is one's turn stands in 待办, the rest in 在办.</summary>
internal static class CaseTurn
{
    /// <summary>The cases whose turn is this person's, and extensions that he has to decide.</summary>
    public static IQueryable<Case> Of(Actor actor, UnitTree units, IQueryable<Case> rows) => rows.Where(Mine(actor, units));

    /// <summary>The others.</summary>
    public static IQueryable<Case> NotOf(Actor actor, UnitTree units, IQueryable<Case> rows)
    {
        var mine = Mine(actor, units);
        return rows.Where(Expression.Lambda<Func<Case, bool>>(Expression.Not(mine.Body), mine.Parameters));
    }

    /// <summary>True when it can be this person's turn at all.</summary>
    public static bool Possible(Actor actor) => actor.Is(Roles.Authority) || Enum.GetValues<Party>().Any(p => States(p, actor).Count > 0);

    /// <summary>The states in which it is this party's turn and this person may do what moves the case on; what is in use waits for nobody.</summary>
    public static List<CaseState> States(Party party, Actor actor) =>
        [.. CaseFlow.Table.Where(m => m.By == party && m.From != CaseState.InUse && m.Act is not (CaseAct.Withdraw or CaseAct.Extend) && actor.Is(m.Roles) && CaseFlow.Turn(m.From) == party).Select(m => m.From).Distinct()];

    private static Expression<Func<Case, bool>> Mine(Actor actor, UnitTree units)
    {
        var (own, asks, provides, dispatches, decides) = (units.Family(actor.UnitId), States(Party.Requester, actor), States(Party.Provider, actor), States(Party.Centre, actor), actor.Is(Roles.Authority));
        return c => (asks.Contains(c.State) && own.Contains(c.UnitId)) || (provides.Contains(c.State) && own.Contains(c.ProviderId)) || dispatches.Contains(c.State) || (decides && c.ExtensionDays > 0);
    }
}
