using System.Text.RegularExpressions;

namespace Qingdan.Platform.Search;

/// <summary>A question for both engines. All words must occur; words in quotes stand one after the other.</summary>
/// <param name="Fts5">For <c>table MATCH @query</c>.</param>
/// <param name="TsQuery">For <c>vector @@ @query::tsquery</c>.</param>
public sealed partial record SearchQuery(string Fts5, string TsQuery)
{
    /// <summary>Most characters of a question; what is behind them is not asked for.</summary>
    internal const int LongestQuestion = 200;

    private const int MostWords = 16;

    /// <summary>The words one by one, for texts whose parts are rows of their own.</summary>
    public IReadOnlyList<string> TsPhrases => TsQuery.Split(" & ");

    /// <summary>Asks for texts with all of these terms, which come from <see cref="Bigrams.Terms"/>: letters and digits, so that nothing in them needs escaping.</summary>
    public static SearchQuery All(IEnumerable<string> terms) => Join(terms, " AND ", " & ");

    /// <summary>Asks for texts with any of these terms. FTS5 nests no more than 256.</summary>
    public static SearchQuery Any(IEnumerable<string> terms) => Join(terms, " OR ", " | ");

    internal static SearchQuery? Of(string? words)
    {
        if (words is null) return null;
        if (words.Length > LongestQuestion) words = words[..LongestQuestion];
        var phrases = Word().Matches(words)
            .Select(m => m.Groups["quoted"] is { Success: true } quoted ? Phrase(quoted.Value, exact: true) : Phrase(m.Value, exact: false))
            .Where(p => p.Count > 0).Take(MostWords).ToList();
        return phrases.Count == 0 ? null : new(string.Join(" AND ", phrases.Select(Fts)), string.Join(" & ", phrases.Select(Ts)));
    }

    private static SearchQuery Join(IEnumerable<string> terms, string fts, string ts) => new(string.Join(fts, terms.Select(t => $"\"{t}\"")), string.Join(ts, terms.Select(t => $"'{t}'")));

    // The tokens of a phrase and whether the last is the beginning of one. A Chinese run at the end is found wherever it continues: its last character
    // alone is left out, since the pair before it says all; a run of one character is the beginning of a pair.
    private static List<(string Text, bool Prefix)> Phrase(string text, bool exact)
    {
        var folded = TextFold.Fold(text);
        var tokens = Tokens.Of(folded).Select(t => (Text: folded.Substring(t.Start, t.Length), t.Chinese, t.EndsRun)).ToList();
        if (tokens.Count == 0) return [];
        if (!tokens[^1].Chinese) return [.. tokens.Select((t, i) => (t.Text, !exact && i == tokens.Count - 1))];
        var single = tokens.Count == 1 || tokens[^2].EndsRun;
        return single ? [.. tokens.Select((t, i) => (t.Text, i == tokens.Count - 1))] : [.. tokens[..^1].Select(t => (t.Text, false))];
    }

    private static string Fts(List<(string Text, bool Prefix)> phrase) =>
        $"\"{string.Join(' ', phrase.Select(t => t.Text))}\"{(phrase[^1].Prefix ? " *" : "")}";

    private static string Ts(List<(string Text, bool Prefix)> phrase) =>
        $"({string.Join(" <-> ", phrase.Select(t => t.Prefix ? $"'{t.Text}':*" : $"'{t.Text}'"))})";

    [GeneratedRegex("""["“”「『](?<quoted>[^"“”「」『』]+)["“”」』]|[^\s"“”「」『』]+""")]
    private static partial Regex Word();
}
