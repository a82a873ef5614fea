using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Meanings;

/// <summary>Reads what resources have of which meanings, as it is and as it was stored last. Those not in force have nothing.</summary>
internal sealed class ReadMembers(Store store, IOrganizationDirectory organizations, IdSource ids)
{
    /// <summary>As stored.</summary>
    public Task<List<MeaningMember>> Stored(string resources, CancellationToken cancel) => store.Query(
        $"SELECT resource_id, meaning_id, unit_id, data_type, length, items FROM catalog_meaning_members WHERE resource_id IN ({resources})",
        r => new MeaningMember { ResourceId = r.GetInt64(0), MeaningId = r.GetInt64(1), UnitId = r.GetInt64(2), DataType = r.GetString(3), Length = r.GetInt32(4), Items = r.GetInt32(5) }, cancel);

    /// <summary>As it is; meanings that nobody had get their row.</summary>
    public async Task<List<MeaningMember>> Read(string resources, CancellationToken cancel)
    {
        var units = await organizations.Now(cancel);
        var items = (await store.Query(
            $"""
            SELECT i.resource_id, r.provider_id, i.name, i.data_type, i.length FROM catalog_items i JOIN catalog_resources r ON r.id = i.resource_id
            WHERE i.resource_id IN ({resources}) AND r.state IN ('Published', 'Changing', 'ChangeInReview') ORDER BY i.resource_id, i.place, i.id
            """,
            r => (Resource: r.GetInt64(0), Unit: units.Living(r.GetInt64(1)), Name: r.GetString(2), Key: MeaningKey.Of(r.GetString(2)), Type: r.GetString(3), Length: r.IsDBNull(4) ? 0 : r.GetInt32(4)), cancel)).FindAll(i => i.Key is not null);
        var meanings = await Known(items.DistinctBy(i => i.Key).ToDictionary(i => i.Key!, i => i.Name.Trim()), cancel);
        return [.. items.GroupBy(i => (i.Resource, i.Key)).Select(same => new MeaningMember
        {
            ResourceId = same.Key.Resource, MeaningId = meanings[same.Key.Key!], UnitId = same.First().Unit, DataType = $"{Domains.DataTypes.Read(same.First().Type).Value}", Length = same.First().Length, Items = same.Count(),
        })];
    }

    private async Task<Dictionary<string, long>> Known(Dictionary<string, string> names, CancellationToken cancel)
    {
        if (names.Count == 0) return [];
        var keys = names.Keys.ToArray();
        var known = await store.Set<Meaning>().AsNoTracking().Where(m => keys.Contains(m.NameKey)).Select(m => new { m.NameKey, m.Id }).ToDictionaryAsync(m => m.NameKey, m => m.Id, cancel);
        List<Meaning> added = [.. names.Where(n => !known.ContainsKey(n.Key)).Select(n => new Meaning { Id = ids.Next(), NameKey = n.Key, Name = n.Value })];
        await store.InsertMany(added, cancel);
        foreach (var meaning in added) known[meaning.NameKey] = meaning.Id;
        return known;
    }
}
