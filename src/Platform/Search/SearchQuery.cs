namespace Qingdan.Platform.Search;

/// <summary>A question for both engines.</summary>
/// <param name="Fts5">For <c>table MATCH @query</c>.</param>
/// <param name="TsQuery">For <c>vector @@ @query::tsquery</c>.</param>
public sealed record SearchQuery(string Fts5, string TsQuery)
{
    // A longer number is a code, which is looked for by its beginning.
    private const int LongestPlainNumber = 4;

    /// <summary>Asks for texts with all of these terms, which come from <see cref="Bigrams.Terms"/>: letters and digits, so that nothing in them needs escaping.</summary>
    public static SearchQuery All(IEnumerable<string> terms) => Join(terms, " AND ", " & ");

    /// <summary>Asks for texts with any of these terms. FTS5 nests no more than 256.</summary>
    public static SearchQuery Any(IEnumerable<string> terms) => Join(terms, " OR ", " | ");

    /// <summary>Asks for texts that answer all of these questions.</summary>
    public static SearchQuery Both(IReadOnlyCollection<SearchQuery> queries) => new(string.Join(" AND ", queries.Select(q => q.Fts5)), string.Join(" & ", queries.Select(q => q.TsQuery)));

    /// <summary>Asks for a stretch of text; null when there is nothing but signs in it.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="exact">True when its last Latin word is whole.</param>
    internal static SearchQuery? Phrase(string text, bool exact)
    {
        var parts = Parts(TextFold.Fold(text), exact);
        return parts.Count == 0 ? null : new(
            $"\"{string.Join(' ', parts.Select(t => t.Text))}\"{(parts[^1].Prefix ? " *" : "")}",
            $"({string.Join(" <-> ", parts.Select(t => t.Prefix ? $"'{t.Text}':*" : $"'{t.Text}'"))})");
    }

    private static SearchQuery Join(IEnumerable<string> terms, string fts, string ts) => new(string.Join(fts, terms.Select(t => $"\"{t}\"")), string.Join(ts, terms.Select(t => $"'{t}'")));

    // The tokens of a phrase and whether the last is the beginning of one. A Chinese run at the end is found wherever it continues: its last character
    // alone is left out, since the pair before it says all; a run of one character is the beginning of a pair.
    private static List<(string Text, bool Prefix)> Parts(string folded, bool exact)
    {
        var tokens = Tokens.Of(folded).Select(t => (Text: folded.Substring(t.Start, t.Length), t.Chinese, t.EndsRun)).ToList();
        if (tokens.Count == 0) return [];
        if (!tokens[^1].Chinese) return [.. tokens.Select((t, i) => (t.Text, !exact && i == tokens.Count - 1 && !PlainNumber(t.Text, i == 0 ? "" : tokens[i - 1].Text)))];
        var single = tokens.Count == 1 || tokens[^2].EndsRun;
        return single ? [.. tokens.Select((t, i) => (t.Text, i == tokens.Count - 1))] : [.. tokens[..^1].Select(t => (t.Text, false))];
    }

    // A year or a quantity is meant as it is written: 12 is not 120. What follows another number is the end of a code or of a date.
    private static bool PlainNumber(string text, string before) => text.Length <= LongestPlainNumber && text.All(char.IsAsciiDigit) && !(before.Length > 0 && before.All(char.IsAsciiDigit));
}
