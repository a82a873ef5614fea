using System.Globalization;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Search;

/// <summary>
/// Finds resources: hits by the full-text index, facets and order in memory, and only the rows of the page from the tables.
/// So a page costs the same at 770 and at 77,000 resources, but for the counting.
/// </summary>
internal sealed class BrowseCatalog(Store store, CatalogShelf shelf, CatalogRows rows, FindHits hits, IOrganizationDirectory organizations, ResourceAccess access)
{
    /// <summary>Most hits of words that are counted: reading more would take seconds.</summary>
    public const int MostHits = 1_000_000;

    /// <summary>One page of what a person may see.</summary>
    public async Task<CatalogPage> Page(CatalogQuery query, Actor actor, CancellationToken cancel)
    {
        var found = await Find(query, MostHits, actor, cancel);
        var counts = found.Moment.Codes.CountBy(found.Filter, found.Hits);
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (counts.Total + CatalogPage.Size - 1) / CatalogPage.Size));
        var ids = found.Ids(query.Sort, (number - 1) * CatalogPage.Size, CatalogPage.Size);
        var words = Words(found);
        return new CatalogPage(await rows.Read(ids, words, found.Units, cancel), counts.Total, Groups(query, found, counts), words, number, found.Notes);
    }

    /// <summary>All ids that fit, in the order of the query: for bulk actions and exports, which leave nothing out.</summary>
    public async Task<IReadOnlyList<long>> Ids(CatalogQuery query, Actor actor, CancellationToken cancel) =>
        (await Find(query, int.MaxValue, actor, cancel)).Ids(query.Sort, 0, int.MaxValue);

    /// <summary>All that fit, for programs that page by key.</summary>
    public async Task<CatalogWhole> Whole(CatalogQuery query, bool facets, Actor actor, CancellationToken cancel)
    {
        var found = await Find(query, MostHits, actor, cancel);
        return new CatalogWhole(found.Ids(query.Sort, 0, int.MaxValue), facets ? Groups(query, found, found.Moment.Codes.CountBy(found.Filter, found.Hits)) : null, Words(found), found.Notes);
    }

    /// <summary>How many fit that were entered or changed after an instant. Where nothing was, nothing is asked.</summary>
    public async Task<int> CountSince(CatalogQuery query, DateTimeOffset since, Actor actor, CancellationToken cancel)
    {
        var after = since.ToUnixTimeMilliseconds();
        if ((await shelf.Now(store, cancel)).Codes.CountNewer(new FacetFilter(), null, after) == 0) return 0;
        var found = await Find(query, MostHits, actor, cancel);
        return found.Moment.Codes.CountNewer(found.Filter, found.Hits, after);
    }

    private static string[] Words(CatalogFound found) => [.. found.Words.Wanted.Select(w => w.Text).Distinct(StringComparer.OrdinalIgnoreCase)];

    private async Task<CatalogFound> Find(CatalogQuery query, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var moment = await shelf.Now(store, cancel);
        var filter = moment.SeenBy(actor.Is(Roles.SeeAll), await access.Family(actor, cancel));
        foreach (var (key, values) in query.Facets)
        {
            var column = CatalogQuery.FacetKeys.IndexOf(key);
            var known = moment.Values[column];
            var wanted = key == "unit" ? [.. values.SelectMany(v => Units(units, v))] : values.Select(v => v == CatalogQuery.None ? "" : v).ToHashSet(StringComparer.OrdinalIgnoreCase);
            // As it stands in the address, in whatever case, or as it is called.
            filter[column] = [.. Enumerable.Range(0, known.Length).Where(code => wanted.Contains(known[code]) || (key != "unit" && wanted.Contains(FacetNames.Text(key, FacetNames.Value(key, known[code], units), units))))];
        }
        return await With(query, most, moment, filter, units, cancel);
    }

    private async Task<CatalogFound> With(CatalogQuery query, int most, ShelfMoment moment, FacetFilter filter, UnitTree units, CancellationToken cancel)
    {
        var words = SearchWords.Of(query.Text);
        var found = query.Text.Length == 0 ? new CatalogHits(null, false) : words.Words.Count == 0 ? new CatalogHits([], false) : await hits.Run(words, moment, units, most, cancel);
        var notes = new List<Fault>();
        if (words.Cut || query.Cut) notes.Add(new("catalog.search.long", "检索词太长：只找了前 {0} 个字里的前 {1} 个词。", "q", FaultKind.Invalid, SearchWords.LongestQuestion, SearchWords.MostWords));
        if (query.Text.Length > 0 && words.Words.Count == 0) notes.Add(new("catalog.search.signs", "检索词里只有标点或符号，没有可以找的字。请写出字、字母或数字。", "q"));
        if (found.Cut) notes.Add(new("catalog.search.cut", "符合的太多：只数了最近登记的 {0} 个。请再加一个词或一个筛选条件。", "q", FaultKind.Invalid, most));
        return new CatalogFound(moment, filter, found.Ids, words, units) { Notes = notes };
    }

    // A ticked unit by its id, a typed one by its name or a part of it; with all that were merged into it.
    private static IEnumerable<string> Units(UnitTree units, string text)
    {
        IEnumerable<long> meant = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? [id] : units.Resolve(text) is { } known ? [known] : units.Named(text);
        return meant.SelectMany(units.Family).Select(u => u.ToString(CultureInfo.InvariantCulture));
    }

    private static List<FacetGroup> Groups(CatalogQuery query, CatalogFound found, FacetCounts counts) => [.. CatalogQuery.FacetKeys.Select((key, column) =>
    {
        var ticked = query.Facets.GetValueOrDefault(key) ?? [];
        // Merged units count as one; a ticked value stays, even at zero, so that it can be taken off again.
        var values = counts.ByColumn[column].Select((count, code) => (Code: code, Count: count)).Where(v => v.Count > 0 || ticked.Count > 0)
            .Select(v => (Value: FacetNames.Value(key, found.Moment.Values[column][v.Code], found.Units), v.Count))
            .GroupBy(v => v.Value).Select(g => new FacetValue(g.Key, FacetNames.Text(key, g.Key, found.Units), g.Sum(v => v.Count), ticked.Contains(g.Key)))
            .Where(v => v.Count > 0 || v.On).OrderByDescending(v => v.On).ThenByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal);
        return new FacetGroup(key, [.. values]);
    })];
}
