using Qingdan.Platform.Database;

namespace Qingdan.Lists.Contracts;

/// <summary>What the lists say of resources now, for whatever lets data through: which entry carries a grant, and what the law forbids or the authority has suspended.</summary>
public sealed class ListsInForce(Store store)
{
    /// <summary>The standing of these resources; such as no list names are left out. Three statements.</summary>
    public async Task<IReadOnlyDictionary<long, ResourceInForce>> Of(IReadOnlyCollection<long> resources, CancellationToken cancel)
    {
        if (resources.Count == 0) return new Dictionary<long, ResourceInForce>();
        var ids = string.Join(',', resources);
        var entries = (await store.Query(
            $"SELECT resource_id, id, coalesce(number, ''), state FROM lists_entries WHERE resource_id IN ({ids}) AND state IN ('InForce', 'Suspended')",
            r => (Resource: r.GetInt64(0), Id: r.GetInt64(1), Number: r.GetString(2), Suspended: r.GetString(3) == "Suspended"), cancel)).ToLookup(e => e.Resource);
        var items = (await store.Query(
            $"SELECT i.entry_id, i.item_id FROM lists_entry_items i JOIN lists_entries e ON e.id = i.entry_id WHERE e.resource_id IN ({ids}) AND e.state IN ('InForce', 'Suspended')",
            r => (Entry: r.GetInt64(0), Item: r.GetInt64(1)), cancel)).ToLookup(i => i.Entry, i => i.Item);
        var forbidden = (await store.Query(
            $"""
            SELECT n.resource_id, n.id, coalesce(n.number, ''), n.basis_name, n.basis_clause, n.alternatives, i.item_id
            FROM lists_negatives n LEFT JOIN lists_negative_items i ON i.negative_id = n.id WHERE n.resource_id IN ({ids}) AND n.state = 'InForce' ORDER BY n.id, i.place
            """,
            r => (Resource: r.GetInt64(0), Entry: new ForbiddingEntry(r.GetInt64(1), r.GetString(2), $"《{r.GetString(3).Trim('《', '》')}》{r.GetString(4)}", r.GetString(5)), Item: r.IsDBNull(6) ? 0 : r.GetInt64(6)), cancel)).ToLookup(n => n.Resource);
        return resources.Where(r => entries[r].Any() || forbidden[r].Any()).Distinct().ToDictionary(r => r, r =>
        {
            var entry = entries[r].OrderBy(e => e.Suspended).FirstOrDefault();
            return new ResourceInForce(entry.Id, entry.Number ?? "", entry.Suspended, items[entry.Id].ToHashSet(), [.. forbidden[r].Select(f => new ForbiddenItem(f.Item, f.Entry))]);
        });
    }

    /// <summary>The resources whose rows in the lists were written after a revision, each once.</summary>
    public Task<List<long>> ChangedSince(long revision, CancellationToken cancel) => store.Query(
        "SELECT resource_id FROM lists_entries WHERE revision > @since AND resource_id <> 0 UNION SELECT resource_id FROM lists_negatives WHERE revision > @since AND resource_id <> 0",
        r => r.GetInt64(0), cancel, ("since", revision));
}

/// <summary>What the lists say of a resource.</summary>
/// <param name="EntryId">Its row of the 责任清单; 0 for none.</param>
/// <param name="Number">That row's number.</param>
/// <param name="Suspended">暂停提供.</param>
/// <param name="Items">The items that row names; none names the resource as a whole.</param>
/// <param name="Forbidden">What the 负面清单 names of it.</param>
public sealed record ResourceInForce(long EntryId, string Number, bool Suspended, IReadOnlySet<long> Items, IReadOnlyList<ForbiddenItem> Forbidden)
{
    /// <summary>True when the 责任清单 carries an item.</summary>
    public bool Carries(long item) => EntryId != 0 && (Items.Count == 0 || Items.Contains(item));
}

/// <summary>An item that may not be shared as it is; 0 for the whole resource.</summary>
public sealed record ForbiddenItem(long ItemId, ForbiddingEntry By);

/// <summary>The entry of the 负面清单 that says so.</summary>
/// <param name="Clause">The clause, as Chinese documents cite it.</param>
/// <param name="Alternatives">替代方式.</param>
public sealed record ForbiddingEntry(long Id, string Number, string Clause, string Alternatives);
