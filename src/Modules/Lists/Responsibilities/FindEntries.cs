using System.Globalization;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The 责任清单 as pages see it: filtered, counted and ordered in memory, only the rows of the page read from the tables. Four statements a page.</summary>
internal sealed class FindEntries(Store store, EntryShelf shelf, IOrganizationDirectory organizations)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    // A catalogue of a whole province has thousands of providers; a page stays small.
    private const int MostUnits = 150;

    /// <summary>One page with the figures of all tabs and filters. <paramref name="sort"/>: changed, name or unit; a minus before it means descending.</summary>
    public async Task<EntryListView> Page(EntryFilter filter, string sort, int page, Actor actor, CancellationToken cancel)
    {
        var found = await Find(filter, actor, cancel);
        var counts = found.Moment.Codes.CountBy(found.Codes, found.Hits);
        var rows = await Rows(Ids(found, sort, (page - 1) * Size, Size), found.Units, cancel);
        var undetermined = filter.State == EntryState.Candidate && filter.Share.Length == 0 && filter.Basis.Length == 0 ? Count(counts, EntryShelf.Share, 0) : 0;
        return new EntryListView(
            filter.State.ToString(), Tabs(found.Moment, counts), await OpenChanges(actor, found.Units, cancel), Units(found, counts, filter.Unit),
            Choices(found.Moment, counts, EntryShelf.Share, v => v.Length == 0 ? "未定" : Enum.Parse<ShareProperty>(v).Name()),
            Choices(found.Moment, counts, EntryShelf.Frequency, v => v.Length == 0 ? "未填" : Enum.Parse<UpdateFrequency>(v).Name()),
            [.. Choices(found.Moment, counts, EntryShelf.Basis, v => v == EntryFilter.Stated ? "目录写明" : "系统推断").Where(c => c.Value != EntryFilter.None)],
            rows, filter.Narrows, page, Size, counts.Total, undetermined, actor.Is(Roles.City) || actor.Is(Roles.Liaison, Roles.UnitHead));
    }

    /// <summary>All ids that fit, in order: for exports.</summary>
    public async Task<IReadOnlyList<long>> Ids(EntryFilter filter, string sort, Actor actor, CancellationToken cancel) => Ids(await Find(filter, actor, cancel), sort, 0, int.MaxValue);

    private async Task<Found> Find(EntryFilter filter, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var moment = await shelf.Now(store, cancel);
        var codes = moment.SeenBy(actor.Is(Roles.SeeAll), units.Family(actor.UnitId));
        codes[EntryShelf.State] = [moment.Code(EntryShelf.State, filter.State.ToString())];
        if (filter.Unit != 0) codes[EntryShelf.Provider] = moment.Groups(units.Family(filter.Unit));
        Narrow(codes, moment, EntryShelf.Share, filter.Share);
        Narrow(codes, moment, EntryShelf.Frequency, filter.Frequency);
        Narrow(codes, moment, EntryShelf.Basis, filter.Basis);
        var words = filter.Words;
        return new Found(moment, codes, words.Count == 0 ? null : [.. moment.Rows.Where(r => r.Says(words)).Select(r => r.Id)], units);
    }

    private static void Narrow(FacetFilter codes, ShelfMoment<EntryShelfRow> moment, int column, string value)
    {
        if (value.Length > 0) codes[column] = [moment.Code(column, value == EntryFilter.None ? "" : value)];
    }

    private static IReadOnlyList<long> Ids(Found found, string sort, int skip, int take) =>
        found.Moment.Ids(found.Codes, found.Hits, sort, found.Moment.Orders.By(sort, found.Units, found.Units.ShortName), skip, take);

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

    private static List<EntryChoiceView> Tabs(ShelfMoment<EntryShelfRow> moment, FacetCounts counts) =>
        [.. new[] { EntryState.InForce, EntryState.Candidate, EntryState.Rejected, EntryState.Removed }
            .Select(s => new EntryChoiceView(s.ToString(), s.Text(), Count(counts, EntryShelf.State, moment.Code(EntryShelf.State, s.ToString()))))];

    private static List<EntryChoiceView> Choices(ShelfMoment<EntryShelfRow> moment, FacetCounts counts, int column, Func<string, string> text) =>
        [.. counts.ByColumn[column].Select((count, code) => (Value: moment.Values[column][code], Count: count)).Where(c => c.Count > 0)
            .OrderByDescending(c => c.Count).Select(c => new EntryChoiceView(c.Value.Length == 0 ? EntryFilter.None : c.Value, text(c.Value), c.Count))];

    // Merged units count as one; the chosen one stays even when it is not among the largest.
    private static List<EntryChoiceView> Units(Found found, FacetCounts counts, long chosen)
    {
        var all = counts.ByColumn[EntryShelf.Provider].Select((count, code) => (Text: found.Moment.Values[EntryShelf.Provider][code], Count: count)).Where(c => c.Count > 0 && c.Text.Length > 0)
            .GroupBy(c => found.Units.Find(long.Parse(c.Text, CultureInfo.InvariantCulture))?.Id ?? 0)
            .Select(g => new EntryChoiceView(g.Key.ToString(CultureInfo.InvariantCulture), found.Units.ShortName(g.Key), g.Sum(c => c.Count), true)).OrderByDescending(c => c.Count).ThenBy(c => c.Text, StringComparer.Ordinal).ToList();
        var shown = all.Take(MostUnits).ToList();
        var key = found.Units.Living(chosen).ToString(CultureInfo.InvariantCulture);
        if (chosen != 0 && shown.All(c => c.Value != key)) shown.Add(all.Find(c => c.Value == key) ?? new EntryChoiceView(key, found.Units.ShortName(chosen), 0, true));
        return shown;
    }

    private static long Count(FacetCounts counts, int column, int code) => code >= 0 && code < counts.ByColumn[column].Count ? counts.ByColumn[column][code] : 0;

    private sealed record Found(ShelfMoment<EntryShelfRow> Moment, FacetFilter Codes, HashSet<long>? Hits, UnitTree Units);
}
