using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Organizations.StandIns;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Organizations.SignIn;

/// <summary>
/// What the session says about a person. Renewed every minute, so that a role given or taken holds soon.
/// As long as the password is to be changed it says no roles: every page but the own account is closed.
/// </summary>
internal sealed class PersonClaims(Store store, IOrganizationDirectory directory, StandInRoles standIns) : IUserClaimsPrincipalFactory<Person>
{
    /// <summary>Present while the password is to be changed.</summary>
    public const string MustChange = "must-change-password";

    /// <summary>Identity compares it with the person's stamp.</summary>
    private static readonly string Stamp = new ClaimsIdentityOptions().SecurityStampClaimType;

    public async Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var tree = await directory.Tree(default);
        var unit = user.UnitId is { } id ? tree.Find(id) : null;
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, Text(user.Id)), new(ClaimTypes.Name, user.SignInName), new(Stamp, user.SecurityStamp),
            new(Actor.PersonNameClaim, user.FullName), new(Actor.UnitIdClaim, Text(unit?.Id ?? 0)), new(Actor.UnitNameClaim, unit?.ShortName ?? ""),
        ];
        if (user.MustChangePassword) claims.Add(new Claim(MustChange, "true"));
        else claims.AddRange(await RolesOf(user));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
    }

    // Those held, and those of whom the person stands in for today.
    private async Task<IEnumerable<Claim>> RolesOf(Person user)
    {
        var own = await store.Set<PersonRole>().AsNoTracking().Where(r => r.PersonId == user.Id).Select(r => r.Role).ToListAsync();
        var others = await standIns.Of(user, own, default);
        return [.. own.Concat(others.Select(o => o.Role)).Select(role => new Claim(ClaimTypes.Role, role)), .. others.Select(o => new Claim(Actor.StandsForClaim, $"{o.Role}={o.For}"))];
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
