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

    // PostgreSQL keeps 255 places for each word, none past 16,383, and a megabyte in all.
    private const int MostPlaces = 255;
    private const int LastPlace = 16_383;
    private const int MostLength = 300_000;

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
    /// The fields as the text of a tsvector (<c>@vector::tsvector</c>). <paramref name="cut"/> is true when they hold more than PostgreSQL keeps;
    /// then index their parts as rows of their own.
    /// </summary>
    public static string Vector(out bool cut, params ReadOnlySpan<string?> fields)
    {
        cut = false;
        var text = new StringBuilder();
        var (place, length) = (0, 0);
        foreach (var field in fields) length += field?.Length ?? 0;
        // Only a long text can hold a word too often.
        var counts = length > MostPlaces ? new Dictionary<string, int>() : null;
        foreach (var field in fields)
        {
            var folded = TextFold.Fold(field ?? "");
            foreach (var token in Tokens.Of(folded))
            {
                if (place >= LastPlace || text.Length > MostLength)
                {
                    cut = true;
                    return text.ToString();
                }
                // PostgreSQL itself joins the places of a word that stands here several times.
                text.Append(text.Length > 0 ? " " : "").Append(folded, token.Start, token.Length).Append(':').Append(++place);
                if (counts is null) continue;
                var word = folded.Substring(token.Start, token.Length);
                cut |= (counts[word] = counts.GetValueOrDefault(word) + 1) > MostPlaces;
            }
            // An empty place between fields, as FieldEnd is in FTS5.
            place++;
        }
        return text.ToString();
    }

    /// <summary>What a person typed, as a question; null when there is nothing to look for in it.</summary>
    public static SearchQuery? Query(string? words) => SearchQuery.Of(words);
}
