using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Similar;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Api;

/// <summary>A resource among others.</summary>
internal sealed record ResourceSummary(
    long Id, string? Code, string Name, long ProviderId, string Provider, string Summary, string? Share, bool ShareStated, string? Frequency, ResourceState State, int ItemCount, DateTimeOffset ChangedAt)
{
    /// <summary>Names of the items that contain one of the words; left out where no words are asked.</summary>
    public IReadOnlyList<string>? MatchedItems { get; init; }

    public static ResourceSummary Of(CatalogRow row) => new(
        row.Id, row.Code, row.Name, row.ProviderId, row.Provider, row.Summary, Camel(row.Share), row.ShareStated, Camel(row.Frequency), row.State, row.Items, row.ChangedAt) { MatchedItems = row.MatchedItems.Count > 0 ? row.MatchedItems : null };

    private static string? Camel<T>(T? value) where T : struct, Enum => value is { } v ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(v.ToString()) : null;
}

/// <summary>A page of resources.</summary>
/// <param name="Items">The page.</param>
/// <param name="Total">All that fit.</param>
/// <param name="Next">Give it as <c>after</c> for the next page; null at the end.</param>
internal sealed record ResourceList(IReadOnlyList<ResourceSummary> Items, int Total, string? Next)
{
    /// <summary>How all that fit divide, with <c>facets=true</c>.</summary>
    public IReadOnlyList<SearchFacet>? Facets { get; init; }

    /// <summary>What the asker should know: that a question was cut, that a count was. Left out where there is nothing to say.</summary>
    public IReadOnlyList<SearchNote>? Notes { get; init; }
}

/// <summary>A facet with its values, the frequent ones first.</summary>
internal sealed record SearchFacet(string Name, IReadOnlyList<SearchFacetValue> Values)
{
    public static IReadOnlyList<SearchFacet>? Of(IReadOnlyList<FacetGroup>? groups) =>
        groups is null ? null : [.. groups.Select(g => new SearchFacet(g.Key, [.. g.Values.Take(Most).Select(v => new SearchFacetValue(v.Value, v.Text, v.Count))]))];

    // A facet of source systems may have thousands.
    private const int Most = 200;
}

/// <summary>One value: as it is asked for, as it is called, and how many have it.</summary>
internal sealed record SearchFacetValue(string Value, string Text, int Count);

/// <summary>A sentence about an answer.</summary>
internal sealed record SearchNote(string Code, string Message)
{
    public static IReadOnlyList<SearchNote>? Of(IReadOnlyList<Fault> notes, Translator t) => notes.Count == 0 ? null : [.. notes.Select(n => new SearchNote(n.Code, t[n]))];
}

/// <summary>A resource as a whole.</summary>
internal sealed record ResourceDetail(
    long Id, string? Code, string? NationalCode, long ProviderId, string Provider, ResourceState State, int Version, int Edit, DateTimeOffset ChangedAt, ResourceContent Content, ResourceContent? Next)
{
    /// <summary>The resource that goes on for this one, when it was merged. Left out otherwise.</summary>
    public MergedResource? MergedInto { get; init; }

    /// <summary>What was merged into this one: their codes are its former codes. Left out where there is none.</summary>
    public IReadOnlyList<MergedResource>? Former { get; init; }

    /// <summary>存疑: an objection to the data is being verified. Left out where none is.</summary>
    public ContestedMark? Contested { get; init; }

    public static ResourceDetail Of(ResourceView v) => new(v.Id, v.Code, v.NationalCode, v.ProviderId, v.Provider, v.State, v.Version, v.Edit, v.ChangedAt, v.Content, v.Next)
    {
        MergedInto = v.MergedInto, Former = v.Former.Count > 0 ? v.Former : null, Contested = v.Contested,
    };
}

/// <summary>What is needed to hand a resource in.</summary>
internal sealed record SubmissionBody(bool Assessed, string Opinion = "");

/// <summary>The authority's verdict.</summary>
internal sealed record PublicationBody(bool Agrees = true, string Opinion = "");
