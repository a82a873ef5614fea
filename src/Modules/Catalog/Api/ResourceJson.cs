using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;

namespace Qingdan.Catalog.Api;

/// <summary>A resource among others.</summary>
internal sealed record ResourceSummary(
    long Id, string? Code, string Name, long ProviderId, string Provider, string Summary, string? Share, bool ShareStated, string? Frequency, ResourceState State, int ItemCount, DateTimeOffset ChangedAt)
{
    public static ResourceSummary Of(CatalogRow row) => new(
        row.Id, row.Code, row.Name, row.ProviderId, row.Provider, row.Summary, Camel(row.Share), row.ShareStated, Camel(row.Frequency), row.State, row.Items, row.ChangedAt);

    private static string? Camel<T>(T? value) where T : struct, Enum => value is { } v ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(v.ToString()) : null;
}

/// <summary>A page of resources.</summary>
/// <param name="Items">The page.</param>
/// <param name="Total">All that fit.</param>
/// <param name="Next">Give it as <c>after</c> for the next page; null at the end.</param>
internal sealed record ResourceList(IReadOnlyList<ResourceSummary> Items, int Total, string? Next);

/// <summary>A resource as a whole.</summary>
internal sealed record ResourceDetail(
    long Id, string? Code, string? NationalCode, long ProviderId, string Provider, ResourceState State, int Version, int Edit, DateTimeOffset ChangedAt, ResourceContent Content, ResourceContent? Next)
{
    public static ResourceDetail Of(ResourceView v) => new(v.Id, v.Code, v.NationalCode, v.ProviderId, v.Provider, v.State, v.Version, v.Edit, v.ChangedAt, v.Content, v.Next);
}

/// <summary>What is needed to hand a resource in.</summary>
internal sealed record SubmissionBody(bool Assessed, string Opinion = "");

/// <summary>The authority's verdict.</summary>
internal sealed record PublicationBody(bool Agrees = true, string Opinion = "");
