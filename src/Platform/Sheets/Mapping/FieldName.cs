using System.Text.RegularExpressions;
using Qingdan.Platform.Search;

namespace Qingdan.Platform.Sheets.Mapping;

/// <summary>Headers made comparable: width, case, script, marks and remarks in brackets do not count.</summary>
internal static partial class FieldName
{
    /// <summary>「*資料集名稱（必填）」 → 资料集名称.</summary>
    public static string Fold(string header)
    {
        var text = TextFold.Fold(header);
        var bare = Kept(Remark().Replace(text, ""));
        return bare.Length > 0 ? bare : Kept(text);
    }

    /// <summary>How similar two folded names are, from 0 to 1: twice the common pairs of characters over all pairs (Dice).</summary>
    public static double Likeness(string a, string b)
    {
        if (a == b) return 1;
        if (a.Length < 2 || b.Length < 2) return 0;
        var pairs = new List<string>(b.Length);
        for (var i = 0; i + 1 < b.Length; i++) pairs.Add(b.Substring(i, 2));
        var common = 0;
        for (var i = 0; i + 1 < a.Length; i++)
            if (pairs.Remove(a.Substring(i, 2))) common++;
        return 2.0 * common / (a.Length + b.Length - 2);
    }

    private static string Kept(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    // A remark in brackets, or a number that counts the columns: 「1.」「二、」.
    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|【[^】]*】|^\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.、]")]
    private static partial Regex Remark();
}
