using Qingdan.Platform.Identity;

namespace Qingdan.Catalog.Contracts;

/// <summary>在哪张清单里: the lists tell where a resource stands, for its page.</summary>
public interface IListedIn
{
    /// <summary>The rows this person may see.</summary>
    async Task<IReadOnlyList<ListedRow>> Of(long resourceId, Actor actor, CancellationToken cancel) => [.. (await OfMany([resourceId], actor, cancel))[resourceId]];

    /// <summary>The same of several resources at once, by resource.</summary>
    Task<ILookup<long, ListedRow>> OfMany(IReadOnlyCollection<long> resourceIds, Actor actor, CancellationToken cancel);
}

/// <summary>A row of a list. <paramref name="List"/> and <paramref name="State"/> are Chinese words to be translated, <paramref name="Row"/> is its number or name.</summary>
public sealed record ListedRow(string List, string State, string Row, string Href);
