using Qingdan.Platform.Database;
using Qingdan.Platform.Search;

namespace Qingdan.Bench.Search;

/// <summary>Words that somebody may look for.</summary>
/// <param name="Kind">How long.</param>
/// <param name="Text">The words.</param>
/// <param name="Hits">Resources that have them.</param>
internal sealed record Question(string Kind, string Text, long Hits)
{
    private const int Drawn = 240, Kept = 12;

    /// <summary>Words of 1, 2 and 4 characters and two words, each kind from the rarest to the most frequent of those drawn.</summary>
    public static async Task<IReadOnlyList<Question>> Choose(Store store, RealCatalog catalog, int resources)
    {
        var dice = new Random(4);
        var chosen = new List<Question>();
        foreach (var (kind, draw) in new (string, Func<string>)[]
        {
            ("1 character", () => Piece(catalog, dice, resources, 1)), ("2 characters", () => Piece(catalog, dice, resources, 2)), ("4 characters", () => Piece(catalog, dice, resources, 4)),
            ("two words", () => $"{Piece(catalog, dice, resources, 2)} {Piece(catalog, dice, resources, 2)}"),
        })
        {
            var drawn = new List<Question>();
            foreach (var text in Enumerable.Range(0, Drawn).Select(_ => draw()).Distinct()) drawn.Add(new Question(kind, text, await Count(store, text)));
            var ranked = drawn.Where(q => q.Hits > 0).OrderBy(q => q.Hits).ToList();
            chosen.AddRange(Enumerable.Range(0, Kept).Select(i => ranked[i * (ranked.Count - 1) / (Kept - 1)]).Distinct());
        }
        return chosen;
    }

    /// <summary>A stretch of Chinese out of a name or an item.</summary>
    public static string Piece(RealCatalog catalog, Random dice, int resources, int length)
    {
        while (true)
        {
            var content = catalog.Of(1 + dice.Next(resources));
            var text = Bigrams.Fold(dice.Next(2) == 0 ? content.Name : content.Items[dice.Next(content.Items.Count)].Name);
            if (text.Length < length) continue;
            var piece = text.Substring(dice.Next(text.Length - length + 1), length);
            if (piece.All(c => c is >= '\u4e00' and <= '\u9fff')) return piece;
        }
    }

    /// <summary>The bare question to the index.</summary>
    public (string Sql, string Value) Match(Engine engine) => engine == Engine.Sqlite
        ? ("SELECT rowid FROM catalog_search WHERE catalog_search MATCH @q", Bigrams.Query(Text)!.Fts5)
        : ("SELECT rowid FROM catalog_search WHERE words @@ @q::tsquery", Bigrams.Query(Text)!.TsQuery);

    private static async Task<long> Count(Store store, string text)
    {
        var (sql, value) = new Question("", text, 0).Match(store.Engine);
        return (await store.Query($"SELECT count(*) FROM ({sql}) hits", r => r.GetInt64(0), default, ("q", value)))[0];
    }
}
