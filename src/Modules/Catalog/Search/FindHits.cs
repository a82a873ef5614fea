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
/// One statement, whatever is asked.
/// </summary>
internal sealed class FindHits(Store store)
{
    // National codes have fifteen characters, a slash and six more; providers' own may be shorter. Fewer than this say no more than the region.
    private const int ShortestCode = 8;

    private readonly List<(string, object?)> _values = [];

    /// <summary>The hits of a question, at most <paramref name="most"/>: those entered last.</summary>
    public async Task<CatalogHits> Run(SearchWords words, ShelfMoment moment, UnitTree units, int most, CancellationToken cancel)
    {
        _values.Clear();
        var wanted = Clauses(words.Wanted, units);
        var unwanted = words.Unwanted.Select(word => Clause([word], Beside(word, units))).ToList();
        if (wanted.Count == 0)
        {
            // Only words that must not occur: all but those. What there is, the shelf knows.
            var all = moment.Codes.Page(new FacetFilter(), null, 0, int.MaxValue).ToHashSet();
            all.ExceptWith(await store.Query(string.Join(" UNION ", unwanted.Select(Whole)), r => r.GetInt64(0), cancel, [.. _values]));
            return new CatalogHits(all, false);
        }
        var sql = string.Join(" INTERSECT ", wanted.Select(Whole)) + string.Concat(unwanted.Select(clause => $" EXCEPT {Whole(clause)}"));
        var ids = await store.Query(string.Create(CultureInfo.InvariantCulture, $"{sql} ORDER BY 1 DESC LIMIT {most + 1L}"), r => r.GetInt64(0), cancel, [.. _values]);
        return new CatalogHits([.. ids.Take(most)], ids.Count > most);
    }

    /// <summary>The hits in the index alone, without providers and national codes.</summary>
    public async Task<CatalogHits> Indexed(SearchWords words, int most, CancellationToken cancel)
    {
        _values.Clear();
        var each = store.Engine == Engine.Sqlite ? [Clause([.. words.Wanted], [])] : words.Wanted.Select(word => Clause([word], [])).ToList();
        return new CatalogHits([.. await store.Query(string.Create(CultureInfo.InvariantCulture, $"{string.Join(" INTERSECT ", each.Select(Whole))} ORDER BY 1 DESC LIMIT {most}"), r => r.GetInt64(0), cancel, [.. _values])], false);
    }

    // A long resource has several rows in PostgreSQL, and its words may stand in different ones: there each word is asked for by itself.
    private List<string> Clauses(IEnumerable<SearchWord> words, UnitTree units)
    {
        var (clauses, plain) = (new List<string>(), new List<SearchWord>());
        foreach (var word in words)
        {
            var beside = Beside(word, units);
            if (beside.Count == 0 && store.Engine == Engine.Sqlite) plain.Add(word);
            else clauses.Add(Clause([word], beside));
        }
        if (plain.Count > 0) clauses.Add(Clause(plain, []));
        return clauses;
    }

    private string Clause(IReadOnlyCollection<SearchWord> words, List<string> beside)
    {
        var query = SearchQuery.Both([.. words.Select(w => w.Query)]);
        var index = store.Engine == Engine.Sqlite
            ? $"SELECT rowid AS id FROM catalog_search WHERE catalog_search MATCH {Value(query.Fts5)}"
            : $"SELECT rowid AS id FROM catalog_search WHERE words @@ {Value(query.TsQuery)}::tsquery";
        // Each by itself: one condition with OR would not be looked up in the indexes.
        return index + string.Concat(beside.Select(condition => $" UNION SELECT id FROM catalog_resources WHERE {condition}"));
    }

    // What a word may mean that is not in the index. The numbers of units come from the directory, hence they may stand in the text.
    private List<string> Beside(SearchWord word, UnitTree units)
    {
        var (found, folded) = (new List<string>(), Bigrams.Fold(word.Text));
        var chinese = folded.Any(c => c >= '\u2e80');
        // Names of units are compared as they are written: in either script.
        IEnumerable<long> named = chinese ? [.. units.Named(word.Text), .. units.Named(folded)] : units.Resolve(folded) is { } known ? [known] : [];
        var ids = named.SelectMany(units.Family).Distinct().ToList();
        if (ids.Count > 0) found.Add($"provider_id IN ({string.Join(',', ids)})");
        if (!chinese && folded.Length >= ShortestCode && folded.Any(char.IsAsciiDigit))
        {
            // 曾用代码: whoever has the code of a merged resource in hand looks for the one that goes on.
            var begins = Beginning(folded.ToUpperInvariant());
            found.Add(begins("national_code"));
            found.Add(MergedResources.HadCode(begins));
        }
        return found;
    }

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
