using System.Globalization;
using System.Security.Claims;
using Qingdan.Platform.Identity;

namespace Qingdan.Tests.Support;

/// <summary>People of tests.</summary>
public static class TestPerson
{
    /// <summary>A person of a unit with these roles.</summary>
    public static Actor Of(string name, string unit, params string[] roles) => new(1, name, 1, unit, roles.ToHashSet());

    internal static ClaimsPrincipal Principal(Actor person) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, person.PersonId.ToString(CultureInfo.InvariantCulture)), new Claim(Actor.PersonNameClaim, person.Name),
            new Claim(Actor.UnitIdClaim, person.UnitId.ToString(CultureInfo.InvariantCulture)), new Claim(Actor.UnitNameClaim, person.UnitName),
            .. person.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ], "test"));
}
