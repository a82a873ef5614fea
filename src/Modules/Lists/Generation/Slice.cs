using System.Runtime.CompilerServices;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Negatives;

namespace Qingdan.Lists.Generation;

/// <summary>Some thousand resources with what the lists say about them: one transaction's work.</summary>
internal sealed record Slice(
    IReadOnlyList<PublishedResource> Resources, IReadOnlyDictionary<long, StoredEntry> Entries, IReadOnlyDictionary<long, StoredNegative> Negatives,
    ILookup<long, DemandStanding> Demands, ILookup<long, string> Both)
{
    /// <summary>Resources in one slice, and the items that end it early.</summary>
    public const int MostResources = 2_000, MostItems = 20_000;

    /// <summary>Divides a stream of resources.</summary>
    public static async IAsyncEnumerable<List<PublishedResource>> Of(IAsyncEnumerable<PublishedResource> all, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (next, items) = (new List<PublishedResource>(MostResources), 0);
        await foreach (var resource in all.WithCancellation(cancel))
        {
            next.Add(resource);
            items += resource.Items.Count;
            if (next.Count < MostResources && items < MostItems) continue;
            yield return next;
            (next, items) = (new List<PublishedResource>(MostResources), 0);
        }
        if (next.Count > 0) yield return next;
    }

    /// <summary>What the lists say about one of them.</summary>
    public Standing Of(long resourceId) => new(
        Entries.GetValueOrDefault(resourceId)?.State, Negatives.GetValueOrDefault(resourceId)?.Standing, [.. Demands[resourceId]], [.. Both[resourceId]]);
}

/// <summary>A stored row of the 负面清单. <paramref name="Edit"/> 0: nobody has worked on it.</summary>
internal sealed record StoredNegative(long Id, long ResourceId, int Edit, long ProviderId, string Name, NegativeStanding Standing)
{
    /// <summary>Its state.</summary>
    public NegativeState State => Standing.State;
}
