using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>系统已知道的: what catalogue and lists say about the wanted items, what the unit has asked for already and what it may use already. Eight statements.</summary>
internal sealed class DemandKnowledge(Store store, PublishedCatalog catalog, KnownItems known, KnownGrants granted, KnownSources sources)
{
    private const int MostSimilar = 5;

    /// <summary>
    /// What is known about a demand; <paramref name="all"/> shows the unwanted items of its catalogue rows too, for the form.
    /// Earlier demands are looked for among those of <paramref name="asked"/>; none for no unit.
    /// </summary>
    /// <param name="demand">Which; 0 for one not saved.</param>
    /// <param name="input">What it says.</param>
    /// <param name="unit">Whose it is: grants are looked for among its own and its district's.</param>
    /// <param name="asked">Whose earlier demands count.</param>
    /// <param name="all">Unwanted items too.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <param name="further">Catalogue rows that are shown though nothing of them is ticked.</param>
    public async Task<DemandKnownView> Of(long demand, DemandInput input, long unit, long[] asked, bool all, CancellationToken cancel, IEnumerable<long>? further = null)
    {
        var ids = input.Items.Where(i => i.ResourceId != 0).Select(i => i.ResourceId).Concat(further ?? []).Distinct().ToList();
        var resources = (await catalog.Of(ids, cancel)).ToDictionary(r => r.Id);
        var standings = await known.Of(ids, cancel);
        var wanted = input.Items.ToLookup(i => i.ResourceId);
        var grants = await granted.Of(unit, ids, cancel);
        var views = ids.ConvertAll(id => Resource(id, resources.GetValueOrDefault(id), [.. wanted[id]], standings, all)).ConvertAll(v => v with { Items = [.. v.Items.Select(i => i with { Granted = KnownGrants.Over(grants, v.Id, i.ItemId) })] });
        var named = await sources.Of(views.SelectMany(v => v.Items).Select(i => i.Name), cancel);
        views = views.ConvertAll(v => v with { Items = [.. v.Items.Select(i => i with { Source = named.GetValueOrDefault(i.Name, "") })] });
        return new DemandKnownView(views, await Similar(demand, ids, input, asked, cancel));
    }

    private static WantedResourceView Resource(long id, PublishedResource? resource, List<DemandItemInput> wanted, KnownStandings standings, bool all)
    {
        var chosen = wanted.ToDictionary(i => i.ItemId);
        // A row that was withdrawn meanwhile still shows what was asked for.
        IEnumerable<(long Id, string Name)> items = resource is { Items.Count: > 0 } && all ? resource.Items.Select(i => (i.Id, i.Name)) : wanted.Select(i => (i.ItemId, i.Name));
        return new WantedResourceView(id, resource?.Name ?? "", resource?.Code ?? "", [.. items.Select(i => Item(id, i.Id, i.Name, chosen.GetValueOrDefault(i.Id), resource is null, standings))]);
    }

    private static WantedItemView Item(long resource, long id, string name, DemandItemInput? wanted, bool gone, KnownStandings standings)
    {
        var standing = standings.Of(resource, id) ?? new Known(KnownKind.Unlisted);
        var (word, tone) = gone ? ("目录已下线", Tone.Bad) : standing.Kind switch
        {
            KnownKind.Responsibility => ("责任清单", Tone.Info),
            KnownKind.Candidate => ("拟列入", Tone.Open),
            KnownKind.Suspended => ("暂停提供", Tone.Warn),
            KnownKind.Negative => ("负面清单", Tone.Bad),
            _ => ("未列入清单", Tone.Idle),
        };
        var share = standing.Kind == KnownKind.Negative ? "" : standing.Share?.Name() ?? "";
        return new WantedItemView($"{resource}:{id}", id, name, wanted?.Note ?? "", wanted is not null, word, tone, share, standing.Text, standing.Alternatives, standing.NegativeId) { Optional = wanted is { Required: false } };
    }

    private async Task<IReadOnlyList<SimilarDemandView>> Similar(long demand, List<long> resources, DemandInput input, long[] unit, CancellationToken cancel)
    {
        if (resources.Count == 0 || unit.Length == 0) return [];
        var items = input.Items.Where(i => i.ResourceId != 0).Select(i => i.ItemId).Distinct().ToList();
        var found = await store.Set<DemandItem>().Where(i => resources.Contains(i.ResourceId) && items.Contains(i.ItemId))
            .Join(store.Set<Demand>().Where(d => unit.Contains(d.UnitId) && d.Id != demand && d.State != DemandState.Withdrawn), i => i.DemandId, d => d.Id, (i, d) => new { d.Id, d.Number, d.Name, d.State })
            .GroupBy(d => d).Select(g => new { g.Key.Id, g.Key.Number, g.Key.Name, g.Key.State, Count = g.Count() }).OrderByDescending(g => g.Count).Take(MostSimilar).ToListAsync(cancel);
        return [.. found.Select(d => new SimilarDemandView(d.Id, d.Number ?? "", d.Name, d.State.Text(), d.Count))];
    }
}
