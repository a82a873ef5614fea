using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Applications;

/// <summary>Who sees an application, who asks for it, who decides.</summary>
internal static class ApplicationAccess
{
    public static readonly Fault NotFound = new("exchange.application.not-found", "没有这个应用，或者它不是您单位的。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("exchange.application.not-now", "这个应用的状态已经变了，现在不能这样办。", null, FaultKind.Conflict);
    public static readonly Fault NotYours = new("exchange.application.not-yours", "这一步不归您的角色办理。", null, FaultKind.Forbidden);
    public static readonly Fault ChangedMeanwhile = new("exchange.application.changed", "别人先办了一步。您填的没有丢，请看现在的状态再办。", null, FaultKind.Conflict);

    /// <summary>Those who ask for their unit.</summary>
    public static string[] Asks { get; } = [Roles.Liaison, Roles.UnitHead];

    /// <summary>The city's people and the auditor see all, others their unit's.</summary>
    public static IQueryable<Application> Visible(IQueryable<Application> rows, Actor actor, UnitTree units)
    {
        if (actor.Is(Roles.SeeAll)) return rows;
        var own = units.Family(actor.UnitId);
        return rows.Where(a => own.Contains(a.UnitId));
    }

    /// <summary>True for the people of its unit who may act for it.</summary>
    public static bool Owns(Application row, Actor actor, UnitTree units) => actor.Is(Asks) && units.Family(actor.UnitId).Contains(row.UnitId);
}
