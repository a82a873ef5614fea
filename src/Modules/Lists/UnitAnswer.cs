using Qingdan.Organizations.Contracts;

namespace Qingdan.Lists;

/// <summary>A unit in an answer of the API.</summary>
internal sealed record UnitAnswer(long Id, string? Name, string? Code)
{
    public static UnitAnswer Of(long id, UnitTree units) => new(id, units.Find(id)?.Name, units.Find(id)?.Code);
}
