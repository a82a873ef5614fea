using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Meanings;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Similar;
using Qingdan.Catalog.Systems;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Quality;

/// <summary>A resource that waits for its check, up to the revision that was read. <paramref name="Seen"/> is null for one that is not in force.</summary>
internal sealed record WaitingResource(long Id, long Revision, CheckedResource? Seen);

/// <summary>Reads what the rules look at: a slice of resources with all that concerns them, by seven statements.</summary>
internal sealed class ReadChecked(Store store, TimeProvider clock, IOrganizationDirectory organizations)
{
    private SystemIndex? _systems;

    /// <summary>The next resources that were written since they were last checked, by id, none of them looked at in this turn already.</summary>
    public async Task<List<WaitingResource>> Next(long after, int most, CancellationToken cancel)
    {
        var waiting = await store.Query(
            "SELECT id FROM catalog_resources WHERE checked <> revision AND state <> 'Staged' AND id > @after ORDER BY id LIMIT @most", r => r.GetInt64(0), cancel, ("after", after), ("most", most));
        if (waiting.Count == 0) return [];
        var rows = await store.Set<Resource>().AsNoTracking().Where(r => waiting.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(cancel);
        var inForce = rows.Where(r => ResourceStates.InForce.Contains(r.State)).Select(r => r.Id).ToList();
        var items = (await store.Set<Item>().AsNoTracking().Where(i => inForce.Contains(i.ResourceId)).ToListAsync(cancel)).ToLookup(i => i.ResourceId);
        var consented = (await store.Set<AuditEvent>().AsNoTracking().Where(e => e.SubjectKind == CatalogAudit.Kind && inForce.Contains(e.SubjectId) && e.Action == CatalogAudit.Submitted.Code).Select(e => e.SubjectId).ToListAsync(cancel)).ToHashSet();
        _systems ??= new SystemIndex(await store.Set<InformationSystem>().AsNoTracking().ToListAsync(cancel), await organizations.Tree(cancel));
        var namesakes = await Namesakes(inForce, cancel);
        var sources = await Sources(cancel);
        var today = clock.Today();
        return rows.ConvertAll(r => new WaitingResource(r.Id, r.Revision, !ResourceStates.InForce.Contains(r.State) ? null : new CheckedResource(r.Id, r.ProviderId, r.Content(items[r.Id]), today)
        {
            Code = r.Code, NationalCode = r.NationalCode, Systems = _systems.Of(r.ProviderId, r.SystemName), Consented = consented.Contains(r.Id), Namesakes = [.. namesakes[r.Id]], Sources = sources(r.ProviderId),
        }));
    }

    // Of the pairs that may be one those whose names differ in signs or a number only; what a person has told apart is no pair any more.
    private async Task<ILookup<long, string>> Namesakes(List<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return Array.Empty<(long, string)>().ToLookup(p => p.Item1, p => p.Item2);
        var some = string.Join(',', ids);
        var pairs = await store.Query(
            $"SELECT p.first_id, r.name, p.evidence FROM catalog_similar_pairs p JOIN catalog_resources r ON r.id = p.second_id WHERE p.first_id IN ({some}) UNION ALL SELECT p.second_id, r.name, p.evidence FROM catalog_similar_pairs p JOIN catalog_resources r ON r.id = p.first_id WHERE p.second_id IN ({some})",
            r => (Id: r.GetInt64(0), Name: r.GetString(1), Evidence: JsonSerializer.Deserialize<Evidence>(r.GetString(2), JsonText.Readable)!), cancel);
        return pairs.Where(p => p.Evidence is { SameUnit: true, Name: >= NameLike.Number }).ToLookup(p => p.Id, p => p.Name);
    }

    // The authority names sources one by one: they are few, and read anew for each slice, since one may just have been named.
    private async Task<Func<long, IReadOnlyDictionary<string, string>>> Sources(CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var named = (await store.Set<Meaning>().AsNoTracking().Where(m => m.State == MeaningState.Decided).Select(m => new { m.NameKey, m.SourceUnitId }).ToListAsync(cancel))
            .ConvertAll(m => (m.NameKey, Unit: units.Living(m.SourceUnitId)));
        var others = new Dictionary<long, IReadOnlyDictionary<string, string>>();
        return provider =>
        {
            var own = units.Living(provider);
            return others.TryGetValue(own, out var known) ? known : others[own] = named.Where(m => m.Unit != own).ToDictionary(m => m.NameKey, m => units.ShortName(m.Unit));
        };
    }
}
