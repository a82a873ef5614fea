using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Grants;

/// <summary>Who sees a grant, and who does what with it.</summary>
internal static class GrantAccess
{
    public static readonly Fault NotFound = new("exchange.grant.not-found", "没有这项授权，或者它与您的单位无关。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("exchange.grant.not-now", "这项授权的状态已经变了，现在不能这样办。", null, FaultKind.Conflict);
    public static readonly Fault NotYours = new("exchange.grant.not-yours", "这一步不归您的角色办理。", null, FaultKind.Forbidden);
    public static readonly Fault ChangedMeanwhile = new("exchange.grant.changed", "别人先办了一步。您填的没有丢，请看现在的状态再办。", null, FaultKind.Conflict);

    public static readonly Fault NoApplication = new("exchange.grant.application", "请选择本单位已接入的应用。", "application");

    /// <summary>The city's people and the auditor see all, others what their unit uses or provides, and what was granted to their whole district.</summary>
    public static IQueryable<Grant> Visible(IQueryable<Grant> rows, Actor actor, UnitTree units)
    {
        if (actor.Is(Roles.SeeAll)) return rows;
        var own = units.Family(actor.UnitId);
        var district = units.SameDistrict(actor.UnitId);
        return rows.Where(g => own.Contains(g.UnitId) || own.Contains(g.ProviderId) || (g.Regional && district.Contains(g.UnitId)));
    }

    /// <summary>True for the people of the unit that uses it.</summary>
    public static bool Uses(Grant row, Actor actor, UnitTree units) => actor.Is(Roles.Liaison, Roles.UnitHead) && units.Family(actor.UnitId).Contains(row.UnitId);

    /// <summary>True for the people of another unit of the district to which it was granted as a whole.</summary>
    public static bool Shares(Grant row, Actor actor, UnitTree units) =>
        row.Regional && actor.Is(Roles.Liaison, Roles.UnitHead) && !units.Family(actor.UnitId).Contains(row.UnitId) && units.SameDistrict(actor.UnitId).Contains(row.UnitId);
}
