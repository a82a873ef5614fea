namespace Qingdan.Platform.Database;

/// <summary>A word as a pattern of LIKE with backslash as escape, in lower case: the column is lowered too, since only one of the two stores ignores case.</summary>
public static class LikePattern
{
    /// <summary>Anything that has the word in it.</summary>
    public static string Of(string word) => $"%{word.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
