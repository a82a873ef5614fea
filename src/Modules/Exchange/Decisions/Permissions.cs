using System.Collections.Frozen;
using System.Net;

namespace Qingdan.Exchange.Decisions;

/// <summary>An application as the gateway reads it.</summary>
internal sealed record KnownApplication(long Id, long UnitId, IPNetwork[] Allowlist, KnownSecret[] Secrets)
{
    /// <summary>True while the secret of a token holds; <paramref name="now"/> in milliseconds since 1970.</summary>
    public bool Holds(long secret, long now)
    {
        foreach (var known in Secrets)
            if (known.Id == secret) return now < known.Until;
        return false;
    }
}

/// <summary>A secret by its number, and when it ends, in milliseconds since 1970.</summary>
internal readonly record struct KnownSecret(long Id, long Until);

/// <summary>
/// All that is permitted at one moment: a large base, and over it the few resources that changed since, which are looked at first. Neither is ever changed;
/// a change makes another moment, and calls under way go on with theirs.
/// </summary>
internal sealed class Permissions(FrozenDictionary<long, ResourceGrants> standing, IReadOnlyDictionary<long, ResourceGrants> since, FrozenDictionary<long, KnownApplication> applications)
{
    // So many changed resources are joined with the base, which takes a second for a million.
    private const int MostSince = 1_024;

    /// <summary>Nothing.</summary>
    public static readonly Permissions None = new(FrozenDictionary<long, ResourceGrants>.Empty, FrozenDictionary<long, ResourceGrants>.Empty, FrozenDictionary<long, KnownApplication>.Empty);

    /// <summary>Those that may call.</summary>
    public FrozenDictionary<long, KnownApplication> Applications => applications;

    /// <summary>True when it is time to join.</summary>
    public bool IsDue => since.Count > MostSince;

    /// <summary>The grants on a resource.</summary>
    public ResourceGrants Of(long resource) =>
        since.Count > 0 && since.TryGetValue(resource, out var changed) ? changed : standing.TryGetValue(resource, out var known) ? known : ResourceGrants.None;

    /// <summary>The same with what changed.</summary>
    public Permissions With(IReadOnlyDictionary<long, ResourceGrants> changed, FrozenDictionary<long, KnownApplication> callers)
    {
        var next = new Dictionary<long, ResourceGrants>(since);
        foreach (var (resource, grants) in changed) next[resource] = grants;
        return new(standing, next, callers);
    }

    /// <summary>The same as one base.</summary>
    public Permissions Joined()
    {
        var all = new Dictionary<long, ResourceGrants>(standing);
        foreach (var (resource, grants) in since)
            if (grants.Count > 0) all[resource] = grants;
            else all.Remove(resource);
        return new(all.ToFrozenDictionary(), FrozenDictionary<long, ResourceGrants>.Empty, applications);
    }
}
