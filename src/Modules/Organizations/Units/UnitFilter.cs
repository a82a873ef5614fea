using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Naming;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Organizations.Units;

/// <summary>What of the directory is asked for, as the address says it.</summary>
internal sealed record UnitFilter(string? Words, OrganizationKind? Kind, OrganizationState? State)
{
    public static UnitFilter Of(QueryState query) => new(
        query["q"] is { } words ? NameKey.Of(words) : null,
        Enum.TryParse<OrganizationKind>(query["kind"], ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        Enum.TryParse<OrganizationState>(query["state"], ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null);

    /// <summary>The units that fit, in the order of the tree.</summary>
    public IEnumerable<Unit> In(UnitTree tree) => tree.All.Where(u =>
        (Kind is null || u.Kind == Kind) && (State is null || u.State == State) && (Words is null || NamesOf(u).Any(n => n.Contains(Words, StringComparison.Ordinal))));

    private static IEnumerable<string> NamesOf(Unit unit) => [NameKey.Of(unit.Name), NameKey.Of(unit.ShortName), unit.Code ?? "", unit.Uscc ?? ""];
}
