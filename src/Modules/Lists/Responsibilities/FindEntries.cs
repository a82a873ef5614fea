using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The 责任清单 as pages see it: filtered, counted and ordered in memory, only the rows of the page read from the tables. Four statements a page.</summary>
internal sealed class FindEntries(Store store, EntryShelf shelf, IOrganizationDirectory organizations)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private static readonly EntryState[] Tabs = [EntryState.InForce, EntryState.Candidate, EntryState.Suspended, EntryState.Rejected, EntryState.Removed];

    /// <summary>One page with the figures of all tabs and filters. <paramref name="sort"/>: changed, name or unit; a minus before it means descending.</summary>
    public async Task<EntryListView> Page(EntryFilter filter, string sort, int page, Actor actor, CancellationToken cancel)
    {
        var found = await Find(filter, actor, cancel);
        var counts = found.Count();
        var rows = await Rows(found.Ids(sort, (page - 1) * Size, Size), found.Units, cancel);
        var undetermined = filter.State == EntryState.Candidate && filter.Share.Length == 0 && filter.Basis.Length == 0 ? found.Of(counts, EntryShelf.Share, "") : 0;
        return new EntryListView(
            $"{filter.State}", found.Tabs(counts, EntryShelf.State, Tabs, s => s.Text()), await OpenChanges(actor, found.Units, cancel), found.UnitsOf(counts, EntryShelf.Provider, filter.Unit == 0 ? null : filter.Unit),
            found.Choices(counts, EntryShelf.Share, Shown, v => v.Length == 0 ? "未定" : Enum.Parse<ShareProperty>(v).Name()),
            found.Choices(counts, EntryShelf.Frequency, Shown, v => v.Length == 0 ? "未填" : Enum.Parse<UpdateFrequency>(v).Name()),
            found.Choices(counts, EntryShelf.Basis, Shown, v => v == EntryFilter.Stated ? "目录写明" : "系统推断").FindAll(c => c.Value != EntryFilter.None),
            rows, filter.Narrows, page, Size, counts.Total, undetermined, actor.Is(Roles.City) || actor.Is(Roles.Liaison, Roles.UnitHead));
    }

    /// <summary>All ids that fit, in order: for exports.</summary>
    public async Task<IReadOnlyList<long>> Ids(EntryFilter filter, string sort, Actor actor, CancellationToken cancel) => (await Find(filter, actor, cancel)).Ids(sort, 0, int.MaxValue);

    private async Task<ShelfFound> Find(EntryFilter filter, Actor actor, CancellationToken cancel)
    {
        var found = await shelf.Find(store, await organizations.Tree(cancel), actor, filter.Words, cancel);
        found.Narrow(EntryShelf.State, $"{filter.State}");
        found.NarrowTo(EntryShelf.Provider, filter.Unit == 0 ? null : filter.Unit);
        found.Narrow(EntryShelf.Share, Value(filter.Share));
        found.Narrow(EntryShelf.Frequency, Value(filter.Frequency));
        found.Narrow(EntryShelf.Basis, Value(filter.Basis));
        return found;
    }

    private static string Shown(string value) => value.Length == 0 ? EntryFilter.None : value;

    private static string? Value(string asked) => asked.Length == 0 ? null : asked == EntryFilter.None ? "" : asked;

    private async Task<List<EntryRow>> Rows(IReadOnlyList<long> ids, UnitTree units, CancellationToken cancel)
    {
        var list = string.Join(',', ids.Append(0));
        var items = (await store.Query($"SELECT entry_id, count(*) FROM lists_entry_items WHERE entry_id IN ({list}) GROUP BY entry_id", r => (Id: r.GetInt64(0), Count: r.GetInt32(1)), cancel)).ToDictionary(r => r.Id, r => r.Count);
        var rows = await store.Query(
            $"""
            SELECT id, number, name, code, provider_id, share, share_stated, frequency, origin, state,
            EXISTS (SELECT 1 FROM lists_changes c WHERE c.entry_id = lists_entries.id AND c.state = 'Open') FROM lists_entries WHERE id IN ({list})
            """, r => new EntryRow(
                r.GetInt64(0), r.IsDBNull(1) ? "" : r.GetString(1), r.GetString(2), r.GetString(3), units.ShortName(r.GetInt64(4)), r.IsDBNull(5) ? "" : Enum.Parse<ShareProperty>(r.GetString(5)).Name(),
                r.GetBoolean(6), items.GetValueOrDefault(r.GetInt64(0)), r.IsDBNull(7) ? "" : Enum.Parse<UpdateFrequency>(r.GetString(7)).Name(), Enum.Parse<EntryOrigin>(r.GetString(8)).Text(),
                Enum.Parse<EntryState>(r.GetString(9)).Text(), Enum.Parse<EntryState>(r.GetString(9)).Tone(), r.GetBoolean(10)), cancel);
        var byId = rows.ToDictionary(r => r.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    private async Task<long> OpenChanges(Actor actor, UnitTree units, CancellationToken cancel)
    {
        var mine = actor.Is(Roles.SeeAll) ? "" : $" AND provider_id IN ({string.Join(',', units.Family(actor.UnitId))})";
        return (await store.Query($"SELECT count(*) FROM lists_changes WHERE state = 'Open'{mine}", r => r.GetInt64(0), cancel))[0];
    }
}
