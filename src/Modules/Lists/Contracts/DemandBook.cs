using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Demands.Files;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Records.Contracts;

namespace Qingdan.Lists.Contracts;

/// <summary>Listed demands for other modules. Who may see one, they decide: each of their pages is about a case of theirs.</summary>
public sealed class DemandBook
{
    private readonly Store _store;
    private readonly KnownItems _known;
    private readonly PublishedCatalog _catalog;
    private readonly FindFiles _files;

    internal DemandBook(Store store, KnownItems known, PublishedCatalog catalog, FindFiles files) => (_store, _known, _catalog, _files) = (store, known, catalog, files);

    /// <summary>One demand with its items as the lists see them today; six statements.</summary>
    public async Task<DemandFacts> Read(long id, CancellationToken cancel)
    {
        var d = await _store.Set<Demand>().AsNoTracking().SingleAsync(row => row.Id == id, cancel);
        var items = await _store.Set<DemandItem>().AsNoTracking().Where(i => i.DemandId == id).OrderBy(i => i.Place).ToListAsync(cancel);
        List<long> resources = [.. items.Select(i => i.ResourceId).Where(r => r != 0).Distinct()];
        var (known, names) = (await _known.Of(resources, cancel), (await _catalog.Of(resources, cancel)).ToDictionary(r => r.Id, r => r.Name));
        return new DemandFacts(
            d.Id, d.Number ?? "", d.Name, d.UnitId, d.ProviderId, d.InCatalog, d.Scenario, d.BasisName.Length == 0 ? "" : $"《{d.BasisName.Trim('《', '》')}》{d.BasisClause}", d.Scope, d.Regional, d.Purpose, d.Way,
            d.StartsOn, d.EndsOn, d.Personal.Text(), d.Committed, d.Insist, [.. items.Select(i => Item(i, names.GetValueOrDefault(i.ResourceId, ""), known.Of(i.ResourceId, i.ItemId)))], await _files.Of(id, cancel));
    }

    /// <summary>What of these resources these demands ask for: which row of the demand, and for whom. One statement.</summary>
    public Task<List<AskedItem>> Asked(IReadOnlyCollection<long> demands, IReadOnlyCollection<long> resources, CancellationToken cancel) => Asked(demands, i => resources.Contains(i.ResourceId), cancel);

    /// <summary>All that these demands ask for. One statement.</summary>
    public Task<List<AskedItem>> Asked(IReadOnlyCollection<long> demands, CancellationToken cancel) => Asked(demands, _ => true, cancel);

    private Task<List<AskedItem>> Asked(IReadOnlyCollection<long> demands, Expression<Func<DemandItem, bool>> which, CancellationToken cancel) =>
        _store.Set<DemandItem>().AsNoTracking().Where(i => demands.Contains(i.DemandId)).Where(which)
            .Join(_store.Set<Demand>(), i => i.DemandId, d => d.Id, (i, d) => new AskedItem(i.Id, d.Id, i.ResourceId, i.ItemId, d.Regional, d.EndsOn, d.Purpose)).ToListAsync(cancel);

    /// <summary>The stored files of what is attached to a demand, by name.</summary>
    public async Task<IReadOnlyList<(long File, string Name)>> Attached(long id, CancellationToken cancel) =>
        (await _store.Set<DemandFile>().AsNoTracking().Where(f => f.DemandId == id && f.State == DemandFileState.Attached).OrderBy(f => f.Id)
            .Join(_store.Set<StoredFile>(), f => f.FileId, s => s.Id, (f, s) => new { s.Id, s.Name }).ToListAsync(cancel)).ConvertAll(f => (f.Id, f.Name));

    /// <summary>The scans of what was signed on paper for a demand, in the order of signing, by name.</summary>
    public async Task<IReadOnlyList<(long File, string Name)>> Scans(long id, CancellationToken cancel) =>
        (await _store.Set<SignOff>().AsNoTracking().Where(s => s.TargetKind == ListsAudit.DemandKind && s.TargetId == id && s.ScanFileId != 0).OrderBy(s => s.Id)
            .Join(_store.Set<StoredFile>(), s => s.ScanFileId, f => f.Id, (s, f) => new { f.Id, f.Name }).ToListAsync(cancel)).ConvertAll(f => (f.Id, f.Name));

    /// <summary>The demands that ask for a resource or for items of it.</summary>
    public Task<List<long>> Naming(long resourceId, CancellationToken cancel) =>
        _store.Set<DemandItem>().AsNoTracking().Where(i => i.ResourceId == resourceId).Select(i => i.DemandId).Distinct().ToListAsync(cancel);

    private static DemandedItem Item(DemandItem i, string resource, Known? known) => known is { Kind: KnownKind.Negative }
        ? new(i.Id, i.ResourceId, resource, i.ItemId, i.Name, i.Note, i.Required, null, "", known.Text, known.Alternatives)
        : new(i.Id, i.ResourceId, resource, i.ItemId, i.Name, i.Note, i.Required, known?.Kind == KnownKind.Responsibility ? known.Share : null, known?.Text ?? "", "", "");
}
