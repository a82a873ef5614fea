using System.Text.RegularExpressions;

namespace Qingdan.Catalog.Search;

/// <summary>The words of a search as they are marked in the hits.</summary>
internal static partial class CatalogWords
{
    /// <summary>Each word once, quotes taken off.</summary>
    public static IReadOnlyList<string> Of(string text) =>
        [.. Word().Matches(text).Select(m => m.Groups["quoted"] is { Success: true } quoted ? quoted.Value : m.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex("""["“”「『](?<quoted>[^"“”「」『』]+)["“”」』]|[^\s"“”「」『』]+""")]
    private static partial Regex Word();
}
