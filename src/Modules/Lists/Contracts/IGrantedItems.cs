namespace Qingdan.Lists.Contracts;

/// <summary>已授权: what units may use already by an earlier demand. Those who keep the grants answer.</summary>
public interface IGrantedItems
{
    /// <summary>The grants in use of these units and, of those for a whole district, of the district's units.</summary>
    Task<IReadOnlyList<GrantedItem>> For(GrantScope scope, CancellationToken cancel);
}

/// <summary>Whose grants, and of what.</summary>
/// <param name="Units">The unit with those merged into it.</param>
/// <param name="District">The units of its district; empty for a unit of none.</param>
/// <param name="Resources">The catalogue resources.</param>
public sealed record GrantScope(IReadOnlyCollection<long> Units, IReadOnlyCollection<long> District, IReadOnlyCollection<long> Resources);

/// <summary>An item that is in use by a grant.</summary>
/// <param name="ItemId">The item; 0 for the whole resource.</param>
/// <param name="CaseId">The case by which it was granted.</param>
/// <param name="Case">Its name.</param>
/// <param name="UnitId">The unit that asked for it.</param>
/// <param name="Regional">区域授权.</param>
/// <param name="Way">How it was granted, in Chinese: 同意, or another way (以核验方式 …).</param>
/// <param name="Plain">True when the data themselves were granted, no other way.</param>
/// <param name="Until">The last day of use; null where none is stated.</param>
/// <param name="Purpose">使用用途 that it was granted for.</param>
public sealed record GrantedItem(long ResourceId, long ItemId, long CaseId, string Case, long UnitId, bool Regional, string Way, bool Plain, DateOnly? Until, string Purpose);
