using Microsoft.AspNetCore.Builder;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations;

/// <summary>Who may do what with units and people.</summary>
internal static class Access
{
    /// <summary>Units are base data: those who run the system keep them too, for without a unit nobody gets an account.</summary>
    public static readonly string[] SeeUnits = [.. Roles.Business, Roles.SystemAdmin];
    public static readonly string[] KeepUnits = [Roles.Authority, Roles.DataCentre, Roles.SystemAdmin];
    public static readonly string[] MergeUnits = [Roles.Authority, Roles.DataCentre];

    /// <summary>职能划转 is the authority's: it changes who is responsible.</summary>
    public static readonly string[] MoveDuties = [Roles.Authority];

    /// <summary>代理: whoever answers for the unit's people, and whoever gives roles.</summary>
    public static readonly string[] RecordStandIns = [Roles.UnitHead, Roles.Liaison, Roles.SecurityAdmin];

    /// <summary>Most see their own unit's people only; see <see cref="SeeAllPeople"/>.</summary>
    public static readonly string[] SeePeople = [.. Roles.Business, Roles.SystemAdmin, Roles.SecurityAdmin];
    public static readonly string[] SeeAllPeople = [.. Roles.City, Roles.Auditor, Roles.SystemAdmin, Roles.SecurityAdmin];

    public static TBuilder For<TBuilder>(this TBuilder routes, params string[] roles) where TBuilder : IEndpointConventionBuilder =>
        routes.RequireAuthorization(policy => policy.RequireRole(roles));
}
