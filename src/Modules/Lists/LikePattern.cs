namespace Qingdan.Lists;

/// <summary>A word as a pattern of LIKE with backslash as escape.</summary>
internal static class LikePattern
{
    /// <summary>Anything that has the word in it.</summary>
    public static string Of(string word) => $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
