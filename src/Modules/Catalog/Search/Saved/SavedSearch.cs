using Microsoft.AspNetCore.WebUtilities;
using Qingdan.Platform.Audit;

namespace Qingdan.Catalog.Search.Saved;

/// <summary>保存的检索: what one person looks for again.</summary>
internal sealed class SavedSearch
{
    public long Id { get; init; }
    public long PersonId { get; init; }
    public required string Name { get; init; }

    /// <summary>As it stands in the address, from the question mark on.</summary>
    public required string Query { get; init; }

    /// <summary>What was entered or changed since is new.</summary>
    public DateTimeOffset LookedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public Subject Subject => new("catalog.search", Id, Name);

    /// <summary>The query, as it would be understood if it were asked now.</summary>
    public static CatalogQuery Read(string query) => CatalogQuery.From(QueryHelpers.ParseQuery(query));
}
