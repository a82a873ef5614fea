using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Search.Browsing;

/// <summary>The part of a long text around the first word found, so that the reader sees why it is a hit.</summary>
internal static class Excerpt
{
    private const int Most = 140, Before = 30;

    /// <summary>The text itself where it is short.</summary>
    public static string Of(string text, IReadOnlyList<string> words)
    {
        if (text.Length <= Most) return text;
        var alike = Bigrams.Alike(text);
        var first = words.Select(w => alike.IndexOf(Bigrams.Alike(w), StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var start = Math.Clamp(first - Before, 0, text.Length - Most);
        return $"{(start > 0 ? "…" : "")}{text.Substring(start, Most)}{(start + Most < text.Length ? "…" : "")}";
    }
}
