using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Catalog.Search.Saved;

/// <summary>A saved search with what it tells.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">As the person named it.</param>
/// <param name="Query">As it stands in the address.</param>
/// <param name="LookedAt">When the person last looked.</param>
/// <param name="New">Resources that fit and were entered or changed since.</param>
public sealed record SavedSearchView(long Id, string Name, string Query, DateTimeOffset LookedAt, int New)
{
    /// <summary>What is looked for.</summary>
    internal CatalogQuery Asked => SavedSearch.Read(Query);
}

/// <summary>The saved searches of a person, each with the number of new hits.</summary>
internal sealed class ListSearches(Store store, BrowseCatalog browse)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<SavedSearchView>> Run(Actor actor, CancellationToken cancel)
    {
        var views = new List<SavedSearchView>();
        foreach (var row in await store.Set<SavedSearch>().AsNoTracking().Where(s => s.PersonId == actor.PersonId).OrderBy(s => s.Name).Take(KeepSearch.Most).ToListAsync(cancel))
            views.Add(new(row.Id, row.Name, row.Query, row.LookedAt, await browse.CountSince(SavedSearch.Read(row.Query), row.LookedAt, actor, cancel)));
        return views;
    }
}
