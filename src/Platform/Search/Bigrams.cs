using System.Text;

namespace Qingdan.Platform.Search;

/// <summary>
/// Full text for Chinese on both engines: what is indexed are overlapping pairs of characters, what is asked for is a phrase of them, so that
/// exactly the texts are found that contain the words. One character is found as a prefix, Latin words by their beginning.
/// </summary>
public static class Bigrams
{
    /// <summary>
    /// The tokenizer for FTS5: <c>CREATE VIRTUAL TABLE … USING fts5(text, content='', tokenize='ascii')</c>. It cuts at the blanks that
    /// <see cref="Index"/> writes and at nothing else; unicode61 drops characters that its tables do not know.
    /// </summary>
    public const string Tokenizer = "ascii";

    // Stands between fields, so that no phrase reaches from one into the next; asked for by nobody.
    private const char FieldEnd = '\ue000';

    /// <summary>The fields' tokens with blanks between them, for a column of an FTS5 table.</summary>
    public static string Index(params ReadOnlySpan<string?> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            if (text.Length > 0) text.Append(' ').Append(FieldEnd);
            var folded = TextFold.Fold(field ?? "");
            foreach (var token in Tokens.Of(folded))
            {
                if (text.Length > 0) text.Append(' ');
                text.Append(folded, token.Start, token.Length);
            }
        }
        return text.ToString();
    }

    /// <summary>
    /// The fields as the texts of tsvectors (<c>@vector::tsvector</c>), each for a row of its own: one for nearly all; several where a single one
    /// would hold more than PostgreSQL keeps. A phrase stands whole in at least one of them.
    /// </summary>
    public static IReadOnlyList<string> Vectors(params string?[] fields)
    {
        var vectors = new List<string>(1);
        // Only a long text can hold a word too often.
        var row = new VectorRow(fields.Sum(f => f?.Length ?? 0) > VectorRow.MostPlaces);
        foreach (var field in fields)
        {
            var folded = TextFold.Fold(field ?? "");
            var tokens = Tokens.Of(folded).ToArray();
            for (var i = 0; i < tokens.Length; i++)
            {
                if (row.Add(folded.AsSpan(tokens[i].Start, tokens[i].Length))) continue;
                vectors.Add(row.Take());
                // What a question may ask for as one phrase is written again.
                i = Math.Max(0, i - SearchWords.LongestQuestion) - 1;
            }
            row.EndField();
        }
        vectors.Add(row.Take());
        return vectors;
    }

    /// <summary>The text as it is compared: NFKC, lower case, simplified characters.</summary>
    public static string Fold(string text) => TextFold.Fold(text);

    /// <summary>The terms of a folded text in their order, as often as they occur.</summary>
    public static IEnumerable<SearchTerm> Terms(string folded)
    {
        var within = false;
        foreach (var token in Tokens.Of(folded))
        {
            // The last character of a run is said by the pair before it.
            if (!within || !token.EndsRun) yield return new SearchTerm(folded, token.Start, token.Length);
            within = token is { Chinese: true, EndsRun: false };
        }
    }

    /// <summary>The text with each character as the index takes it, at its place: for marking what was found.</summary>
    public static string Alike(string text) => TextFold.Alike(text);

    /// <summary>What a person typed, as one question for all of its wanted words; null when there is nothing to look for in it.</summary>
    public static SearchQuery? Query(string? words) => SearchWords.Of(words).Wanted.Select(w => w.Query).ToList() is { Count: > 0 } wanted ? SearchQuery.Both(wanted) : null;
}
