using System.Globalization;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Search;

/// <summary>
/// Finds resources: hits by the full-text index, facets and order in memory, and only the rows of the page from the tables.
/// So a page costs the same at 770 and at 77,000 resources, but for the counting.
/// </summary>
internal sealed class BrowseCatalog(Store store, CatalogShelf shelf, CatalogRows rows, IOrganizationDirectory organizations, ResourceAccess access)
{
    /// <summary>One page of what a person may see.</summary>
    public async Task<CatalogPage> Page(CatalogQuery query, Actor actor, CancellationToken cancel)
    {
        var found = await Find(query, actor, cancel);
        var ids = found.Ids(query.Sort, (query.Page - 1) * CatalogPage.Size, CatalogPage.Size);
        var words = CatalogWords.Of(query.Text);
        var counts = found.Moment.Codes.CountBy(found.Filter, found.Hits);
        return new CatalogPage(await rows.Read(ids, words, found.Units, cancel), counts.Total, Groups(query, found, counts), words);
    }

    /// <summary>All ids that fit, in the order of the query: for bulk actions and exports.</summary>
    public async Task<IReadOnlyList<long>> Ids(CatalogQuery query, Actor actor, CancellationToken cancel) =>
        (await Find(query, actor, cancel)).Ids(query.Sort, 0, int.MaxValue);

    private async Task<CatalogFound> Find(CatalogQuery query, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var moment = await shelf.Now(store, cancel);
        var filter = moment.SeenBy(actor.Is(Roles.SeeAll), await access.Family(actor, cancel));
        foreach (var (key, values) in query.Facets)
        {
            var column = CatalogQuery.FacetKeys.IndexOf(key);
            var wanted = key == "unit" ? [.. values.SelectMany(v => Units(units, v))] : values.Select(v => v == CatalogQuery.None ? "" : v).ToHashSet();
            filter[column] = [.. Enumerable.Range(0, moment.Values[column].Length).Where(code => wanted.Contains(moment.Values[column][code]))];
        }
        return new CatalogFound(moment, filter, await Hits(query.Text, cancel), units);
    }

    private async Task<HashSet<long>?> Hits(string text, CancellationToken cancel)
    {
        if (text.Length == 0) return null;
        if (Bigrams.Query(text) is not { } question) return [];
        if (store.Engine == Engine.Sqlite) return [.. await store.Query("SELECT rowid FROM catalog_search WHERE catalog_search MATCH @q", r => r.GetInt64(0), cancel, ("q", question.Fts5))];
        // A long resource has several rows, and its words may stand in different ones.
        var each = question.TsPhrases.Select((phrase, i) => (Name: $"q{i}", Value: (object?)phrase)).ToArray();
        return [.. await store.Query(string.Join(" INTERSECT ", each.Select(q => $"SELECT rowid FROM catalog_search WHERE words @@ @{q.Name}::tsquery")), r => r.GetInt64(0), cancel, each)];
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
        var values = counts.ByColumn[column].Select((count, code) => (Value: FacetNames.Value(key, found.Moment.Values[column][code], found.Units), Count: count))
            .GroupBy(v => v.Value).Select(g => new FacetValue(g.Key, FacetNames.Text(key, g.Key, found.Units), g.Sum(v => v.Count), ticked.Contains(g.Key)))
            .Where(v => v.Count > 0 || v.On).OrderByDescending(v => v.On).ThenByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal);
        return new FacetGroup(key, [.. values]);
    })];
}
