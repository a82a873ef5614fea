using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Lists.Negatives;

/// <summary>Reads what the 负面清单 in force forbids: an item is never in force in both lists (上海市数据条例 38).</summary>
internal sealed class Bans(Store store, IOrganizationDirectory organizations, EntryContents contents)
{
    /// <summary>What is forbidden of the rows of the 责任清单 that fit a condition; three statements.</summary>
    public async Task<BanSet> On(string rows, CancellationToken cancel, params (string, object?)[] values)
    {
        var units = await organizations.Tree(cancel);
        var providers = await store.Query($"SELECT DISTINCT provider_id FROM lists_entries WHERE {rows}", r => r.GetInt64(0), cancel, values);
        var where = $"state = 'InForce' AND (provider_id IN ({List(providers.SelectMany(units.Family))}) OR (resource_id <> 0 AND resource_id IN (SELECT resource_id FROM lists_entries WHERE {rows})))";
        var items = (await store.Query(
            $"SELECT negative_id, item_id, name FROM lists_negative_items WHERE negative_id IN (SELECT id FROM lists_negatives WHERE {where})",
            r => (Negative: r.GetInt64(0), Item: (r.GetInt64(1), r.GetString(2))), cancel, values)).ToLookup(i => i.Negative, i => i.Item);
        var bans = await store.Query(
            $"SELECT id, provider_id, resource_id, name FROM lists_negatives WHERE {where}", r => new Ban(r.GetInt64(1), r.GetInt64(2), r.GetString(3), [.. items[r.GetInt64(0)]]), cancel, values);
        return new BanSet(bans, units);
    }

    /// <summary>The rows that fit a condition and hold something forbidden.</summary>
    public async Task<IReadOnlyList<long>> Forbidden(string rows, CancellationToken cancel, params (string, object?)[] values)
    {
        var bans = await On(rows, cancel, values);
        if (bans.All.Count == 0) return [];
        return [.. (await Met(bans, rows, cancel, values)).Where(r => bans.Forbids(r.Provider, r.Resource, r.Content)).Select(r => r.Id)];
    }

    /// <summary>The rows that fit a condition and are about data of these bans, with their content.</summary>
    public async Task<IReadOnlyList<(long Id, long Provider, long Resource, EntryContent Content)>> Met(BanSet bans, string rows, CancellationToken cancel, params (string, object?)[] values)
    {
        var met = (await store.Query(
            $"SELECT id, provider_id, resource_id, name FROM lists_entries WHERE {rows} AND {bans.Near}", r => (Id: r.GetInt64(0), Provider: r.GetInt64(1), Resource: r.GetInt64(2), Name: r.GetString(3)), cancel, values))
            .FindAll(r => bans.Meets(r.Provider, r.Resource, r.Name));
        if (met.Count == 0) return [];
        var read = await contents.Read([.. met.Select(r => r.Id)], cancel);
        return met.ConvertAll(r => (r.Id, r.Provider, r.Resource, read[r.Id]));
    }

    internal static string List(IEnumerable<long> ids) => string.Join(',', ids.Append(0));
}

/// <summary>Several bans; ids of merged units mean the unit they became.</summary>
internal sealed class BanSet(IReadOnlyList<Ban> bans, UnitTree units)
{
    public IReadOnlyList<Ban> All { get; } = [.. bans.Select(b => b with { Provider = units.Living(b.Provider) })];

    /// <summary>Rows that can be about the same data, in SQL: those of the resources, and where names are compared those of the units.</summary>
    public string Near
    {
        get
        {
            var named = All.Where(b => b.Resource == 0).SelectMany(b => units.Family(b.Provider));
            return $"(resource_id IN ({Bans.List(All.Select(b => b.Resource))}) OR provider_id IN ({Bans.List(named)}))";
        }
    }

    /// <summary>True when a ban is about the same data.</summary>
    public bool Meets(long provider, long resource, string name) => All.Any(b => b.Meets(units.Living(provider), resource, name));

    /// <summary>True when something of the row is forbidden.</summary>
    public bool Forbids(long provider, long resource, EntryContent row) => !ReferenceEquals(Without(provider, resource, row), row);

    /// <summary>What of a row may stay; null when nothing is left.</summary>
    public EntryContent? Without(long provider, long resource, EntryContent row)
    {
        EntryContent? left = row;
        foreach (var ban in All.Where(b => b.Meets(units.Living(provider), resource, row.Name)))
            if (left is not null) left = ban.Without(left);
        return left;
    }
}
