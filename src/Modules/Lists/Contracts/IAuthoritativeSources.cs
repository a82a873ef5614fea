namespace Qingdan.Lists.Contracts;

/// <summary>数源: who is named as the source of an element that many units hold (上海市数据条例 26). Whoever keeps such a register answers; without one nothing is shown.</summary>
public interface IAuthoritativeSources
{
    /// <summary>Name of an item → its source; names without one are left out.</summary>
    Task<IReadOnlyDictionary<string, AuthoritativeSource>> Of(IReadOnlyCollection<string> names, CancellationToken cancel);
}

/// <summary>Where an element comes from.</summary>
/// <param name="UnitId">数源部门.</param>
/// <param name="Name">What the source is called.</param>
public sealed record AuthoritativeSource(long UnitId, string Name);
