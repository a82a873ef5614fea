using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Contracts;

/// <summary>Finds published resources by the code that people write.</summary>
public sealed class CatalogLookup
{
    private readonly Store _store;
    private readonly PublishedCatalog _catalog;

    internal CatalogLookup(Store store, PublishedCatalog catalog) => (_store, _catalog) = (store, catalog);

    /// <summary>Code → resource; Shanghai's or the national code. Codes of nothing published are left out.</summary>
    public async Task<IReadOnlyDictionary<string, PublishedResource>> ByCode(IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        if (codes.Count == 0) return new Dictionary<string, PublishedResource>();
        var found = await _store.Set<Resource>().AsNoTracking().Where(r => codes.Contains(r.Code!) || codes.Contains(r.NationalCode!)).Select(r => new { r.Id, r.Code, r.NationalCode }).ToListAsync(cancel);
        var resources = (await _catalog.Of([.. found.Select(f => f.Id)], cancel)).ToDictionary(r => r.Id);
        return found.Where(f => resources.ContainsKey(f.Id)).SelectMany(f => new[] { f.Code, f.NationalCode }.OfType<string>().Where(codes.Contains).Select(c => (Code: c, resources[f.Id])))
            .DistinctBy(f => f.Code).ToDictionary(f => f.Code, f => f.Item2);
    }
}
