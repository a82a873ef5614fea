using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Similar;

/// <summary>
/// Puts pairs together to groups that are decided at once: the surest pairs first, as long as a group stays small. Only the groups around what changed are made anew; one that stays as it is keeps its number.
/// </summary>
internal sealed class GroupPairs(Store store, IOrganizationDirectory organizations, IdSource ids)
{
    // How far a change is followed through groups that touch each other.
    private const int MostFollowed = 1_000;

    private sealed record Made(HashSet<long> Members, int Score, GroupKind Kind);

    /// <summary>Makes the groups of these resources anew, within the caller's transaction.</summary>
    public async Task Run(HashSet<long> touched, CancellationToken cancel)
    {
        if (touched.Count == 0) return;
        var (around, most) = (touched.ToHashSet(), touched.Count + MostFollowed);
        List<SimilarMember> old;
        List<SimilarPair> pairs;
        for (; ; )
        {
            var count = around.Count;
            old = await Members(around, cancel);
            around.UnionWith(old.Select(m => m.ResourceId));
            pairs = await store.Set<SimilarPair>().AsNoTracking().Where(p => around.Contains(p.FirstId) || around.Contains(p.SecondId)).ToListAsync(cancel);
            if (around.Count >= most) break;
            around.UnionWith(pairs.SelectMany(p => new[] { p.FirstId, p.SecondId }));
            if (around.Count == count) break;
        }
        pairs.RemoveAll(p => !around.Contains(p.FirstId) || !around.Contains(p.SecondId));
        await Write(old, Unite(pairs), await Providers(around, cancel), cancel);
    }

    private Task<List<SimilarMember>> Members(HashSet<long> around, CancellationToken cancel)
    {
        var open = store.Set<SimilarGroup>().Where(g => g.State == GroupState.Open).Select(g => g.Id);
        var theirs = store.Set<SimilarMember>().Where(m => around.Contains(m.ResourceId)).Select(m => m.GroupId);
        return store.Set<SimilarMember>().AsNoTracking().Where(m => theirs.Contains(m.GroupId) && open.Contains(m.GroupId)).ToListAsync(cancel);
    }

    private async Task<Dictionary<long, long>> Providers(HashSet<long> around, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        return (await store.Query($"SELECT id, provider_id FROM catalog_resources WHERE id IN ({SimilarKeys.Text(around)})", r => (r.GetInt64(0), r.GetInt64(1)), cancel)).ToDictionary(r => r.Item1, r => units.Living(r.Item2));
    }

    private static List<Made> Unite(List<SimilarPair> pairs)
    {
        var of = new Dictionary<long, Made>();
        foreach (var pair in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.FirstId).ThenBy(p => p.SecondId))
        {
            var (left, right) = (of.GetValueOrDefault(pair.FirstId) ?? Alone(pair.FirstId), of.GetValueOrDefault(pair.SecondId) ?? Alone(pair.SecondId));
            if (left != right && left.Members.Count + right.Members.Count > SimilarGroup.MostMembers) continue;
            var evidence = JsonSerializer.Deserialize<Evidence>(pair.Evidence, JsonText.Readable)!;
            var kind = !evidence.SameUnit ? GroupKind.AcrossUnits : evidence.Name == NameLike.Other ? GroupKind.Items : GroupKind.Name;
            var all = new[] { left.Kind, right.Kind, kind };
            var one = new Made([.. left.Members, .. right.Members], Math.Max(pair.Score, Math.Max(left.Score, right.Score)), all.Contains(GroupKind.AcrossUnits) ? GroupKind.AcrossUnits : all.Contains(GroupKind.Name) ? GroupKind.Name : GroupKind.Items);
            foreach (var member in one.Members) of[member] = one;
        }
        return [.. of.Values.Distinct().OrderBy(g => g.Members.Min())];
    }

    private static Made Alone(long id) => new([id], 0, GroupKind.Items);

    private async Task Write(List<SimilarMember> old, List<Made> made, Dictionary<long, long> providers, CancellationToken cancel)
    {
        var before = old.ToLookup(m => m.GroupId);
        var numbers = before.Select(g => g.Key).ToList();
        var rows = (await store.Set<SimilarGroup>().AsNoTracking().Where(g => numbers.Contains(g.Id)).ToListAsync(cancel)).ToDictionary(g => g.Id);
        var free = old.ToDictionary(m => m.ResourceId, m => m.GroupId);
        var used = new HashSet<long>();
        var (groups, members, same) = (new List<SimilarGroup>(), new List<SimilarMember>(), new HashSet<long>());
        foreach (var group in made)
        {
            var number = group.Members.Order().Select(id => free.GetValueOrDefault(id)).FirstOrDefault(id => id != 0 && used.Add(id));
            var now = group.Members.Select(id => (id, providers.GetValueOrDefault(id))).ToHashSet();
            if (number != 0 && rows[number] is var row && row.Score == group.Score && row.Kind == group.Kind && now.SetEquals(before[number].Select(m => (m.ResourceId, m.ProviderId)))) { same.Add(number); continue; }
            if (number == 0) number = ids.Next();
            groups.Add(new SimilarGroup { Id = number, Score = group.Score, Kind = group.Kind, State = GroupState.Open });
            members.AddRange(now.Select(m => new SimilarMember { GroupId = number, ResourceId = m.id, ProviderId = m.Item2 }));
        }
        var gone = numbers.Where(id => !same.Contains(id)).ToList();
        if (gone.Count > 0)
        {
            await store.Execute($"DELETE FROM catalog_similar_members WHERE group_id IN ({SimilarKeys.Text(gone)})", cancel);
            await store.Execute($"DELETE FROM catalog_similar_groups WHERE id IN ({SimilarKeys.Text(gone)})", cancel);
        }
        await store.InsertMany(groups, cancel);
        await store.InsertMany(members, cancel);
    }
}
