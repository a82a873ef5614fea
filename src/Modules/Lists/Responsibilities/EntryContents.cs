using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>Reads the content of stored rows, items included.</summary>
internal sealed class EntryContents(Store store)
{
    /// <summary>By row; two statements.</summary>
    public async Task<IReadOnlyDictionary<long, EntryContent>> Read(IReadOnlyCollection<long> entryIds, CancellationToken cancel)
    {
        var list = string.Join(',', entryIds);
        var items = (await store.Query(
            $"SELECT entry_id, item_id, place, name, share, share_condition FROM lists_entry_items WHERE entry_id IN ({list}) ORDER BY entry_id, place",
            r => (Entry: r.GetInt64(0), Item: new EntryContentItem(r.GetInt64(1), r.GetInt32(2), r.GetString(3), r.IsDBNull(4) ? null : Enum.Parse<ShareProperty>(r.GetString(4)), r.GetString(5))), cancel))
            .ToLookup(i => i.Entry, i => i.Item);
        var rows = await store.Query(
            $"SELECT id, name, code, share, share_condition, share_ways, frequency, data_level, system_name, resource_version FROM lists_entries WHERE id IN ({list})",
            r => (Id: r.GetInt64(0), Content: new EntryContent
            {
                Name = r.GetString(1), Code = r.GetString(2), Share = r.IsDBNull(3) ? null : Enum.Parse<ShareProperty>(r.GetString(3)), ShareCondition = r.GetString(4), ShareWays = r.GetString(5),
                Frequency = r.IsDBNull(6) ? null : Enum.Parse<UpdateFrequency>(r.GetString(6)), DataLevel = r.GetString(7), SystemName = r.GetString(8), Version = r.GetInt32(9),
            }), cancel);
        return rows.ToDictionary(r => r.Id, r => r.Content with { Items = [.. items[r.Id]] });
    }
}
