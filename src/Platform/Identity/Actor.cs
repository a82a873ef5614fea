using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Qingdan.Platform.Identity;

/// <summary>
/// Who acts: a signed-in person, or the system itself. Passed explicitly to every use-case; endpoints take it as a parameter.
/// <paramref name="UnitId"/> is the person's organization; 0 for the system.
/// </summary>
public sealed record Actor(long PersonId, string Name, long UnitId, string UnitName, [property: JsonConverter(typeof(RoleSetConverter))] IReadOnlySet<string> Roles)
{
    /// <summary>Claim types of the session cookie.</summary>
    public const string UnitIdClaim = "unit", UnitNameClaim = "unit-name", PersonNameClaim = "person-name", StandsForClaim = "stands-for";

    private static readonly IReadOnlyDictionary<string, string> Nobody = new Dictionary<string, string>();

    /// <summary>The program itself: migrations, demo data, clocks.</summary>
    public static Actor System { get; } = new(0, "系统", 0, "", new HashSet<string>());

    /// <summary>代理: the roles that the person has today for somebody who is away, each with his name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> StandsFor { get; init; } = Nobody;

    /// <summary>True when the person holds at least one of these roles.</summary>
    public bool Is(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
            if (Roles.Contains(role)) return true;
        return false;
    }

    /// <summary>The person behind a signed-in principal, or null for a visitor.</summary>
    public static Actor? From(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id ? null : new(
        Number(id), user.FindFirstValue(PersonNameClaim) ?? "", Number(user.FindFirstValue(UnitIdClaim) ?? "0"),
        user.FindFirstValue(UnitNameClaim) ?? "", user.FindAll(ClaimTypes.Role).Select(c => c.Value).ToHashSet())
    {
        StandsFor = user.FindAll(StandsForClaim).Select(c => c.Value.Split('=', 2)).ToDictionary(c => c[0], c => c[1]),
    };

    /// <summary>Lets a minimal-API handler ask for the actor. Routes that do must require authorization.</summary>
    public static ValueTask<Actor> BindAsync(HttpContext http) =>
        ValueTask.FromResult(From(http.User) ?? throw new InvalidOperationException("The route asks for an actor but does not require authorization."));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
