namespace Qingdan.Platform.Search;

/// <summary>Lower case of single characters. The framework asks ICU about each one outside ASCII; nearly all of ours are ideographs, which have no case.</summary>
public static class Casing
{
    /// <summary>As <see cref="char.ToLowerInvariant(char)"/>.</summary>
    public static char Lower(char c) => c is >= '\u2e80' and <= '\u9fff' ? c : char.ToLowerInvariant(c);
}
