using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Platform.Database;

namespace Qingdan.Lists.Reviews;

/// <summary>An entry that is to be looked at again.</summary>
internal sealed record Reviewable(ReviewedKind Kind, long UnitId, long TargetId, string Number, string Name, string Basis, ReviewCause Cause);

/// <summary>What a review asks about: negative entries in force that are not under review already, and responsibilities in force for a year that no demand has asked for and no case has used in it.</summary>
internal sealed class ReviewScope(Store store, IUsedDemands used, TimeProvider clock)
{
    private const int Slice = 500;

    /// <summary>Those of these units, or of all where none are named.</summary>
    public async Task<List<Reviewable>> Find(IReadOnlyCollection<ReviewedKind> kinds, IReadOnlyCollection<long> units, CancellationToken cancel)
    {
        var of = units.Count == 0 ? "" : $" AND provider_id IN ({string.Join(',', units)})";
        var found = new List<Reviewable>();
        if (kinds.Contains(ReviewedKind.Negative))
            found.AddRange(await store.Query(
                $"""
                SELECT provider_id, id, number, name, basis_name, basis_clause, review_cause FROM lists_negatives n WHERE state = 'InForce'{of}
                AND NOT EXISTS (SELECT 1 FROM lists_negatives r WHERE r.replaces_id = n.id AND r.state NOT IN ('Rejected', 'Removed')) ORDER BY id
                """, Negative, cancel));
        if (kinds.Contains(ReviewedKind.Responsibility)) found.AddRange(await Unused(of, cancel));
        return found;
    }

    private async Task<List<Reviewable>> Unused(string of, CancellationToken cancel)
    {
        var since = clock.GetUtcNow().AddYears(-1);
        var demands = await used.Since(since, cancel);
        var resources = new HashSet<long>();
        foreach (var some in demands.Order().Chunk(Slice))
            resources.UnionWith(await store.Set<DemandItem>().Where(i => some.Contains(i.DemandId) && i.ResourceId != 0).Select(i => i.ResourceId).Distinct().ToListAsync(cancel));
        var old = await store.Query(
            $"SELECT provider_id, id, number, name, resource_id, origin_demand_ids FROM lists_entries WHERE state = 'InForce' AND decided_at < @since{of} ORDER BY id",
            r => (Row: new Reviewable(ReviewedKind.Responsibility, r.GetInt64(0), r.GetInt64(1), Number(r), r.GetString(3), "", ReviewCause.None), Resource: r.GetInt64(4), Demands: r.GetString(5)), cancel, ("since", since.ToUnixTimeMilliseconds()));
        return [.. old.Where(e => !resources.Contains(e.Resource) && !e.Demands.Split(',', StringSplitOptions.RemoveEmptyEntries).Any(d => demands.Contains(FormNumber.Of(d)))).Select(e => e.Row)];
    }

    private static Reviewable Negative(DbDataReader r) =>
        new(ReviewedKind.Negative, r.GetInt64(0), r.GetInt64(1), Number(r), r.GetString(3), r.GetString(4).Length == 0 ? "" : $"《{r.GetString(4)}》{r.GetString(5)}", Enum.Parse<ReviewCause>(r.GetString(6)));

    private static string Number(DbDataReader r) => r.IsDBNull(2) ? "" : r.GetString(2);
}
