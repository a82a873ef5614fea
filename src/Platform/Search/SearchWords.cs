using System.Text.RegularExpressions;

namespace Qingdan.Platform.Search;

/// <summary>One word of a question.</summary>
/// <param name="Text">As it was typed, without quotes and without the sign before it.</param>
/// <param name="Excluded">True for <c>-词</c>: what has it is not wanted.</param>
/// <param name="Query">The word as a question for both engines.</param>
public sealed record SearchWord(string Text, bool Excluded, SearchQuery Query);

/// <summary>
/// What a person typed, word by word. Words stand apart by blanks; what is in quotes stands together; a minus before a word or a phrase takes out what has it.
/// Nothing in it is an order to the engine: only letters and digits are asked for.
/// </summary>
/// <param name="Words">The words in which there is something to look for.</param>
/// <param name="Cut">True when the question was longer than is looked at.</param>
public sealed partial record SearchWords(IReadOnlyList<SearchWord> Words, bool Cut)
{
    /// <summary>Most characters of a question; what is behind them is not asked for.</summary>
    public const int LongestQuestion = 200;

    /// <summary>Most words of a question.</summary>
    public const int MostWords = 16;

    /// <summary>The words that must occur.</summary>
    public IEnumerable<SearchWord> Wanted => Words.Where(w => !w.Excluded);

    /// <summary>The words that must not.</summary>
    public IEnumerable<SearchWord> Unwanted => Words.Where(w => w.Excluded);

    /// <summary>Reads a question.</summary>
    public static SearchWords Of(string? text)
    {
        text ??= "";
        var words = Word().Matches(Head(text)).Select(Read).OfType<SearchWord>().ToList();
        return new([.. words.Take(MostWords)], text.Length > LongestQuestion || words.Count > MostWords);
    }

    // Halves of a character beyond the first plane, which a cut may leave, are nothing to look for.
    private static string Head(string text)
    {
        if (text.Length > LongestQuestion) text = text[..LongestQuestion];
        return text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(text.EnumerateRunes()) : text;
    }

    private static SearchWord? Read(Match match)
    {
        var quoted = match.Groups["quoted"].Success;
        var text = quoted ? match.Groups["quoted"].Value : match.Groups["plain"].Value;
        return SearchQuery.Phrase(text, quoted) is { } query ? new(text, match.Groups["not"].Success, query) : null;
    }

    // A minus counts only before a word: A-B is one word. The same in full width.
    [GeneratedRegex("""(?<not>(?<!\S)[-－−])?(?:["“”＂「『](?<quoted>[^"“”＂「」『』]+)["“”＂」』]|(?<plain>[^\s"“”＂「」『』]+))""")]
    private static partial Regex Word();
}
