using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Search;

/// <summary>One page of what was found, with how the whole of it divides.</summary>
/// <param name="Rows">At most <see cref="Size"/>.</param>
/// <param name="Total">Resources that fit.</param>
/// <param name="Facets">Each counted as if nothing of itself were ticked, so that another value can be chosen.</param>
/// <param name="Words">The words looked for, to be marked.</param>
/// <param name="Number">Which page it is, from 1: the last one when a later one was asked for.</param>
/// <param name="Notes">What the asker should know: that a question was cut, that a count was.</param>
public sealed record CatalogPage(IReadOnlyList<CatalogRow> Rows, int Total, IReadOnlyList<FacetGroup> Facets, IReadOnlyList<string> Words, int Number, IReadOnlyList<Fault> Notes)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>All that was found.</summary>
/// <param name="Ids">The resources.</param>
/// <param name="Facets">How they divide; null when nobody asked.</param>
/// <param name="Words">The words looked for.</param>
/// <param name="Notes">As for a page.</param>
internal sealed record CatalogWhole(IReadOnlyList<long> Ids, IReadOnlyList<FacetGroup>? Facets, IReadOnlyList<string> Words, IReadOnlyList<Fault> Notes);

/// <summary>A resource in the table or among the hits.</summary>
public sealed record CatalogRow(
    long Id, string? Code, string Name, long ProviderId, string Provider, string Summary, ShareProperty? Share, bool ShareStated, UpdateFrequency? Frequency,
    ResourceState State, int Items, DateTimeOffset ChangedAt)
{
    /// <summary>Names of the items that contain one of the words; the first few.</summary>
    public IReadOnlyList<string> MatchedItems { get; init; } = [];
}

/// <summary>A facet with its values, the frequent ones first.</summary>
public sealed record FacetGroup(string Key, IReadOnlyList<FacetValue> Values);

/// <summary>One value of a facet. <paramref name="Text"/> is Chinese.</summary>
public sealed record FacetValue(string Value, string Text, int Count, bool On);
