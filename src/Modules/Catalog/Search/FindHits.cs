using System.Globalization;
using Qingdan.Catalog.Similar;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Catalog.Search;

/// <summary>The resources that words hit.</summary>
/// <param name="Ids">Their ids; null when no words were given.</param>
/// <param name="Cut">True when there are more, and only those entered last are here.</param>
internal sealed record CatalogHits(HashSet<long>? Ids, bool Cut);

/// <summary>
/// Asks the index for words: name, summary, code and items stand in it. A word may as well be a part of the provider's name, or the beginning of the national code or of a code of a resource that was merged.
/// One statement, and one more for each word that names units.
/// </summary>
internal sealed class FindHits(Store store)
{
    // National codes have fifteen characters, a slash and six more; providers' own may be shorter. Fewer than this say no more than the region.
    private const int ShortestCode = 8;

    private readonly List<(string, object?)> _values = [];

    /// <summary>The hits of a question, at most <paramref name="most"/>: those entered last.</summary>
    public async Task<CatalogHits> Run(SearchWords words, ShelfMoment moment, UnitTree units, int most, CancellationToken cancel)
    {
        var named = words.Words.Select(word => (Word: word, Units: Named(word, units))).Where(w => w.Units.Count > 0).ToDictionary(w => w.Word, w => w.Units);
        var (wanted, unwanted) = (words.Wanted.Where(w => !named.ContainsKey(w)).ToList(), words.Unwanted.Where(w => !named.ContainsKey(w)).ToList());
        var hits = wanted.Count == 0 ? null : await Ask(All(wanted) + string.Concat(unwanted.Select(word => $" EXCEPT {Whole(Clause([word]))}")), named.Count > 0 ? int.MaxValue : most + 1L, cancel);
        foreach (var word in words.Wanted.Where(named.ContainsKey))
        {
            var its = await OfUnits(word, named[word], moment, cancel);
            if (hits is null) hits = its;
            else hits.IntersectWith(its);
        }
        // Only words that must not occur: all but those. What there is, the shelf knows.
        hits ??= moment.Codes.Page(new FacetFilter(), null, 0, int.MaxValue).ToHashSet();
        if (wanted.Count == 0)
            foreach (var word in unwanted) hits.ExceptWith(await Ask(Whole(Clause([word])), int.MaxValue, cancel));
        foreach (var word in words.Unwanted.Where(named.ContainsKey)) hits.ExceptWith(await OfUnits(word, named[word], moment, cancel));
        return hits.Count > most ? new CatalogHits([.. hits.OrderDescending().Take(most)], true) : new CatalogHits(hits, false);
    }

    /// <summary>The hits in the index alone, without providers and national codes.</summary>
    public async Task<CatalogHits> Indexed(SearchWords words, int most, CancellationToken cancel) => new(await Ask(Whole(Index([.. words.Wanted])), most, cancel), false);

    // A word that may be a part of a provider's name hits all that provider's resources: which those are, the shelf knows, and a word of all names hits all there are.
    private async Task<HashSet<long>> OfUnits(SearchWord word, List<long> units, ShelfMoment moment, CancellationToken cancel)
    {
        var hits = await Ask(Whole(Clause([word])), int.MaxValue, cancel);
        var column = CatalogQuery.FacetKeys.IndexOf("unit");
        hits.UnionWith(moment.Codes.Page(new FacetFilter { [column] = moment.CodesOf(column, units) }, null, 0, int.MaxValue));
        return hits;
    }

    private async Task<HashSet<long>> Ask(string sql, long most, CancellationToken cancel)
    {
        var ids = await store.Query(string.Create(CultureInfo.InvariantCulture, $"{sql} ORDER BY 1 DESC LIMIT {most}"), r => r.GetInt64(0), cancel, [.. _values]);
        _values.Clear();
        return [.. ids];
    }

    private string All(List<SearchWord> words)
    {
        var together = words.Where(w => Code(w) is null).ToList();
        var clauses = words.Except(together).Select(word => Clause([word])).ToList();
        if (together.Count > 0) clauses.Add(Clause(together));
        return string.Join(" INTERSECT ", clauses.Select(Whole));
    }

    // A long resource has several rows in PostgreSQL, and its words may stand in different ones: among those few each word is asked for by itself.
    private string Index(List<SearchWord> words)
    {
        var query = SearchQuery.Both([.. words.Select(w => w.Query)]);
        if (store.Engine == Engine.Sqlite) return $"SELECT rowid AS id FROM catalog_search WHERE catalog_search MATCH {Value(query.Fts5)}";
        var index = $"SELECT rowid AS id FROM catalog_search WHERE words @@ {Value(query.TsQuery)}::tsquery";
        return words.Count == 1 ? index : $"{index} UNION ({string.Join(" INTERSECT ", words.Select(w => $"SELECT rowid AS id FROM catalog_search WHERE several AND words @@ {Value(w.Query.TsQuery)}::tsquery"))})";
    }

    private string Clause(List<SearchWord> words)
    {
        var index = Index(words);
        if (words.Count > 1 || Code(words[0]) is not { } code) return index;
        // 曾用代码: whoever has the code of a merged resource in hand looks for the one that goes on. Each by itself: one condition with OR would not be looked up in the indexes.
        var begins = Beginning(code);
        return $"{index} UNION SELECT id FROM catalog_resources WHERE {begins("national_code")} UNION SELECT id FROM catalog_resources WHERE {MergedResources.HadCode(begins)}";
    }

    // Names of units are compared as they are written: in either script.
    private static List<long> Named(SearchWord word, UnitTree units)
    {
        var folded = Bigrams.Fold(word.Text);
        IEnumerable<long> named = Chinese(folded) ? [.. units.Named(word.Text), .. units.Named(folded)] : units.Resolve(folded) is { } known ? [known] : [];
        return [.. named.SelectMany(units.Family).Distinct()];
    }

    private static string? Code(SearchWord word) => Bigrams.Fold(word.Text) is { Length: >= ShortestCode } folded && !Chinese(folded) && folded.Any(char.IsAsciiDigit) ? folded.ToUpperInvariant() : null;

    private static bool Chinese(string folded) => folded.Any(c => c >= '\u2e80');

    // A code by its beginning, as a range that the unique index answers. Codes are digits, capitals and a slash: all that begin so stand before "zz" in byte order and in every language's,
    // and what another language's order puts between them is left out by the beginning itself.
    private Func<string, string> Beginning(string code)
    {
        var (from, to) = (Value(code), Value(code + "zz"));
        return column => string.Create(CultureInfo.InvariantCulture, $"{column} >= {from} AND {column} < {to} AND substr({column}, 1, {code.Length}) = {from}");
    }

    private string Value(string value)
    {
        var name = $"q{_values.Count}";
        _values.Add((name, value));
        return $"@{name}";
    }

    private static string Whole(string clause) => $"SELECT id FROM ({clause}) hits";
}
