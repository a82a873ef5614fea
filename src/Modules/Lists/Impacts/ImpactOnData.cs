using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Impacts;

/// <summary>What a change of a resource, or of items of it, would hit; only what the person may see. Seven statements.</summary>
internal sealed class ImpactOnData(Store store, DemandsOn demands)
{
    private const string ForbiddenNote = "这里只是分析。列入负面清单要走审核路线；不予共享的目录要在目录中变更。";
    private const string ShareNote = "这里只是分析。共享属性要在目录中变更，清单随后提出变更，由人确认。";

    public async Task<ImpactContent> Run(ImpactQuestion question, PublishedResource resource, ImpactEffects effects, UnitTree units, Actor actor, CancellationToken cancel)
    {
        var wanted = (question.ItemIds ?? []).ToHashSet();
        List<ImpactHit> hits = [.. await Demanded(resource, wanted, effects, units, actor, cancel), .. await Responsibilities(resource, wanted, effects, units, actor, cancel), .. await Negatives(resource, wanted, effects, units, actor, cancel)];
        return new ImpactContent(question, resource.Name, [.. resource.Items.Where(i => wanted.Contains(i.Id)).Select(i => i.Name)], [effects.Forbids ? ForbiddenNote : ShareNote], hits);
    }

    private async Task<List<ImpactHit>> Demanded(PublishedResource resource, HashSet<long> wanted, ImpactEffects effects, UnitTree units, Actor actor, CancellationToken cancel) =>
    [
        .. from found in await demands.Find(i => i.ResourceId == resource.Id, actor, units.Family(actor.UnitId), cancel)
           let meant = found.Items.Where(i => wanted.Count == 0 || i.ItemId == 0 || wanted.Contains(i.ItemId)).Select(i => i.Name).ToList()
           where meant.Count > 0
           let demand = found.Demand
           select new ImpactHit(
               found.Group, demand.Id, demand.Name, demand.Number ?? "", demand.UnitId, units.ShortName(demand.UnitId), found.Case?.State ?? demand.State.Text(), found.Case is null ? effects.OnDemand() : effects.OnCase(found.Case.Stand), meant, found.Href),
    ];

    private async Task<List<ImpactHit>> Responsibilities(PublishedResource resource, HashSet<long> wanted, ImpactEffects effects, UnitTree units, Actor actor, CancellationToken cancel)
    {
        var rows = (await store.Set<Entry>().AsNoTracking().Where(e => e.ResourceId == resource.Id && (e.State == EntryState.InForce || e.State == EntryState.Candidate)).OrderBy(e => e.Id).ToListAsync(cancel)).FindAll(e => EntryAccess.MaySee(actor, units, e.State, e.ProviderId));
        if (rows.Count == 0) return [];
        var items = (await store.Query($"SELECT entry_id, item_id, name FROM lists_entry_items WHERE entry_id IN ({string.Join(',', rows.Select(r => r.Id))}) ORDER BY place", Item, cancel)).ToLookup(i => i.Row);
        return [.. from row in rows
            let all = items[row.Id].ToList()
            let meant = all.FindAll(i => wanted.Count == 0 || wanted.Contains(i.Item))
            where wanted.Count == 0 || meant.Count > 0
            let whole = meant.Count == all.Count
            select new ImpactHit(ImpactGroup.Responsibility, row.Id, row.Name, row.Number ?? "", row.ProviderId, units.ShortName(row.ProviderId), row.State.Text(), effects.OnResponsibility(whole), whole ? [] : meant.ConvertAll(i => i.Name), $"/lists/responsibilities/{row.Id}")];
    }

    private async Task<List<ImpactHit>> Negatives(PublishedResource resource, HashSet<long> wanted, ImpactEffects effects, UnitTree units, Actor actor, CancellationToken cancel)
    {
        var rows = await store.Set<Negative>().AsNoTracking().VisibleTo(actor, units.Family(actor.UnitId)).Where(n => n.ResourceId == resource.Id && n.State != NegativeState.Rejected && n.State != NegativeState.Removed).OrderBy(n => n.Id).ToListAsync(cancel);
        if (rows.Count == 0) return [];
        var items = (await store.Query($"SELECT negative_id, item_id, name FROM lists_negative_items WHERE negative_id IN ({string.Join(',', rows.Select(r => r.Id))}) ORDER BY place", Item, cancel)).ToLookup(i => i.Row);
        return [.. from row in rows
            let all = items[row.Id].ToList()
            let meant = all.FindAll(i => wanted.Count == 0 || wanted.Contains(i.Item))
            where all.Count == 0 || meant.Count > 0
            select new ImpactHit(ImpactGroup.Negative, row.Id, row.Name, row.Number ?? "", row.ProviderId, units.ShortName(row.ProviderId), row.State.Text(), effects.OnNegative(), meant.ConvertAll(i => i.Name), $"/lists/negatives/{row.Id}")];
    }

    private static (long Row, long Item, string Name) Item(DbDataReader r) => (r.GetInt64(0), r.GetInt64(1), r.GetString(2));
}
