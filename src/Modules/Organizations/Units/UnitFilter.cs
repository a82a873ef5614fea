using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Organizations.Units;

/// <summary>What of the directory is asked for, as the address says it.</summary>
internal sealed record UnitFilter(string? Words, OrganizationKind? Kind, OrganizationState? State)
{
    public static UnitFilter Of(QueryState query) => new(
        query["q"],
        Enum.TryParse<OrganizationKind>(query["kind"], ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        Enum.TryParse<OrganizationState>(query["state"], ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null);

    /// <summary>The units that fit, in the order of the tree.</summary>
    public IEnumerable<Unit> In(UnitTree tree)
    {
        var named = Words is null ? null : tree.Named(Words);
        return tree.All.Where(u => (Kind is null || u.Kind == Kind) && (State is null || u.State == State) && (named is null || named.Contains(u.Id)));
    }
}
