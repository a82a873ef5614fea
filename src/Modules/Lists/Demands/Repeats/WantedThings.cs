using System.Security.Cryptography;
using System.Text;
using Qingdan.Catalog.Contracts;

namespace Qingdan.Lists.Demands.Repeats;

/// <summary>What of a demand is compared with others.</summary>
/// <param name="DemandId">Its key.</param>
/// <param name="ProviderId">拟提供单位; 0 when it is not clear.</param>
/// <param name="Scenario">应用场景; empty as long as nothing is said.</param>
/// <param name="Things">The wanted items: by resource and name, a whole resource without a name; outside the catalogue by name alone.</param>
internal sealed record WantedThings(long DemandId, long ProviderId, string Scenario, IReadOnlySet<string> Things)
{
    private const char Parting = '/';

    /// <summary>Of stored rows.</summary>
    public static WantedThings Of(Demand demand, IEnumerable<DemandItem> items) => new(demand.Id, demand.ProviderId, demand.Scenario, Set(items.Select(i => (i.ResourceId, i.ItemId, i.Name))));

    /// <summary>Of what is being typed.</summary>
    public static WantedThings Of(long id, DemandInput input) => new(id, input.ProviderId, input.Scenario, Set(input.Items.Select(i => (i.ResourceId, i.ItemId, i.Name))));

    /// <summary>By these others are looked up: resources, and the names of what stands in no catalogue.</summary>
    public IReadOnlyList<string> Keys => [.. Things.Select(Key).Distinct()];

    /// <summary>True when it is asked for outside the catalogue.</summary>
    public bool Outside => Things.All(IsOutside);

    /// <summary>A digest of what is wanted: a decision about it holds as long as this does.</summary>
    public string Print => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Things.Order(StringComparer.Ordinal)))))[..16];

    /// <summary>How many of these things the other wants too. A whole resource and its items are the same data.</summary>
    public int CommonWith(WantedThings other) => Things.Count(t => other.Things.Contains(t) || (!IsOutside(t) && (other.Things.Contains(Key(t)) || (t == Key(t) && other.Things.Any(o => Key(o) == t)))));

    private static HashSet<string> Set(IEnumerable<(long Resource, long Item, string Name)> items) =>
        [.. items.Select(i => i.Resource == 0 ? $"{Parting}{NameKey.Of(i.Name)}" : $"{i.Resource}{Parting}{(i.Item == 0 ? "" : NameKey.Of(i.Name))}").Where(t => t.Length > 1)];

    private static bool IsOutside(string thing) => thing[0] == Parting;

    private static string Key(string thing) => IsOutside(thing) ? thing : thing[..(thing.IndexOf(Parting, StringComparison.Ordinal) + 1)];
}
