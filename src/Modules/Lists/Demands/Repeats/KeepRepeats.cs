using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Findings;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Lists.Demands.Repeats;

/// <summary>
/// Keeps which demands are alike: one that was saved, handed in or withdrawn is compared with those that share a key with it, and with no others: with all of its own unit,
/// with the latest <see cref="MostOthers"/> of other units, and with those that it is a pair with already. What all units ask for makes no pair of each with each.
/// Within the caller's transaction, after its save; by one at a time, so that of two saved in one moment the later one meets the other.
/// </summary>
internal sealed class KeepRepeats(Store store, IOrganizationDirectory organizations, IdSource ids, FindingBook findings)
{
    private const long AdvisoryLock = 7_204_132;

    /// <summary>Demands of other units that one is compared with, the latest first.</summary>
    public const int MostOthers = 100;

    /// <summary>Waits until nobody else keeps or decides.</summary>
    public Task Turn(CancellationToken cancel) => store.WaitForTurn(AdvisoryLock, cancel);

    /// <summary>Looks again at these demands.</summary>
    public async Task Look(IReadOnlyCollection<long> demands, CancellationToken cancel)
    {
        if (demands.Count == 0) return;
        await Turn(cancel);
        foreach (var id in demands) await Look(id, cancel);
    }

    private async Task Look(long id, CancellationToken cancel)
    {
        var mine = (await Read([id], cancel)).SingleOrDefault();
        await store.Set<DemandKey>().Where(k => k.DemandId == id).ExecuteDeleteAsync(cancel);
        var keys = mine?.Keys ?? [];
        await store.InsertMany([.. keys.Select(k => new DemandKey { DemandId = id, Value = k })], cancel);
        var known = await store.Set<DemandRepeat>().Where(r => r.FirstId == id || r.SecondId == id).ToListAsync(cancel);
        var others = keys.Count == 0 ? [] : await Compared(id, keys, [.. known.Select(r => r.FirstId == id ? r.SecondId : r.FirstId)], cancel);
        var alike = others.Select(o => (Other: o, Like: DemandLikeness.Of(mine!, o))).Where(o => o.Like is not null).ToDictionary(o => o.Other.DemandId);
        var gone = known.Where(r => !alike.ContainsKey(r.FirstId == id ? r.SecondId : r.FirstId)).ToList();
        store.RemoveRange(gone);
        var kept = known.Except(gone).ToDictionary(r => r.FirstId == id ? r.SecondId : r.FirstId);
        foreach (var (other, like) in alike.Values)
        {
            var (first, second) = other.DemandId < id ? (other, mine!) : (mine!, other);
            if (kept.TryGetValue(other.DemandId, out var row)) Renew(row, first, second);
            else store.Add(kept[other.DemandId] = row = new DemandRepeat { Id = ids.Next(), FirstId = first.DemandId, SecondId = second.DemandId, FirstWants = first.Print, SecondWants = second.Print });
            (row.Common, row.Smaller, row.SameScenario) = (like!.Common, like.Of, like.SameScenario);
        }
        await store.SaveChangesAsync(cancel);
        await Tell([.. gone.Concat(kept.Values)], cancel);
    }

    // What was decided holds until one of the two wants something else.
    private static void Renew(DemandRepeat row, WantedThings first, WantedThings second)
    {
        if ((row.FirstWants, row.SecondWants) == (first.Print, second.Print)) return;
        (row.FirstWants, row.SecondWants) = (first.Print, second.Print);
        (row.State, row.Why, row.DecidedBy, row.DecidedAt) = (RepeatState.Open, "", "", null);
    }

    /// <summary>Writes the findings of these pairs in place of the former ones. A draft is known to its own unit alone: nothing is found about it.</summary>
    public async Task Tell(IReadOnlyCollection<DemandRepeat> pairs, CancellationToken cancel)
    {
        if (pairs.Count == 0) return;
        var run = ids.Next();
        await findings.Finish(RepeatFindings.Source, $" AND entry_id IN ({string.Join(',', pairs.Select(p => p.Id))})", run, cancel);
        var asked = pairs.Where(p => p.State == RepeatState.Open).SelectMany(p => new[] { p.FirstId, p.SecondId }).Distinct().ToList();
        var demands = await store.Set<Demand>().AsNoTracking().Where(d => asked.Contains(d.Id) && d.State != DemandState.Draft && d.State != DemandState.Withdrawn).ToDictionaryAsync(d => d.Id, cancel);
        var units = await organizations.Tree(cancel);
        var rows = new List<NewFinding>();
        foreach (var pair in pairs.Where(p => p.State == RepeatState.Open))
        {
            if (!demands.TryGetValue(pair.FirstId, out var first) || !demands.TryGetValue(pair.SecondId, out var second)) continue;
            if (pair.Kind(units.Living(first.UnitId) == units.Living(second.UnitId)) == RepeatKind.Repeat)
                rows.Add(new NewFinding(RepeatFindings.Repeated, units.Living(second.UnitId), 0, second.Name, $"/lists/demands/{second.Id}") { EntryId = pair.Id, Args = [first.Number ?? first.Name] });
        }
        await findings.Replace(RepeatFindings.Source, [], [], rows, run, cancel);
    }

    /// <summary>The demands of these units that share one of the keys, without <paramref name="but"/>.</summary>
    public async Task<IReadOnlyList<WantedThings>> Sharing(IReadOnlyList<string> keys, long but, long[] units, CancellationToken cancel) =>
        await Read(await Sharing(keys, but).Where(d => units.Contains(d.UnitId)).Select(d => d.Id).ToListAsync(cancel), cancel);

    private async Task<IReadOnlyList<WantedThings>> Compared(long id, IReadOnlyList<string> keys, long[] paired, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(await store.Set<Demand>().Where(d => d.Id == id).Select(d => d.UnitId).SingleAsync(cancel));
        var near = await Sharing(keys, id).Where(d => own.Contains(d.UnitId) || paired.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel);
        var far = await Sharing(keys, id).Where(d => !own.Contains(d.UnitId)).OrderByDescending(d => d.Id).Take(MostOthers).Select(d => d.Id).ToListAsync(cancel);
        return await Read([.. near.Union(far)], cancel);
    }

    private IQueryable<Demand> Sharing(IReadOnlyList<string> keys, long but)
    {
        var sharing = store.Set<DemandKey>().Where(k => keys.Contains(k.Value)).Select(k => k.DemandId);
        return store.Set<Demand>().AsNoTracking().Where(d => d.Id != but && d.State != DemandState.Withdrawn && sharing.Contains(d.Id));
    }

    private async Task<IReadOnlyList<WantedThings>> Read(List<long> demands, CancellationToken cancel)
    {
        if (demands.Count == 0) return [];
        var rows = await store.Set<Demand>().AsNoTracking().Where(d => demands.Contains(d.Id) && d.State != DemandState.Withdrawn).ToListAsync(cancel);
        var items = (await store.Set<DemandItem>().AsNoTracking().Where(i => demands.Contains(i.DemandId)).ToListAsync(cancel)).ToLookup(i => i.DemandId);
        return rows.ConvertAll(d => WantedThings.Of(d, items[d.Id]));
    }
}
