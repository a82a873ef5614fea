namespace Qingdan.Catalog.Items.Prose;

/// <summary>What a name of a 数据项 looks like: a short noun phrase.</summary>
internal static class ItemName
{
    private const int Shortest = 2, Longest = 20, LongestWithBrackets = 40;
    private const string Foreign = ":：。?？!！%<>=|{}[]@#&;；、,，\\《》〈〉";

    /// <summary>True when the folded text may be a name.</summary>
    public static bool Fits(ReadOnlySpan<char> name)
    {
        if (name.Length is < Shortest or > LongestWithBrackets || !Balanced(name, out var bare) || bare > Longest) return false;
        var letter = false;
        var depth = 0;
        foreach (var c in name)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (char.IsControl(c) || char.IsSurrogate(c) || (depth == 0 && Foreign.Contains(c))) return false;
            letter |= char.IsLetter(c);
        }
        // user_name is a field, 许可_法人 the title of a table.
        if (name.Contains('_') && name.ContainsAnyInRange('\u4e00', '\u9fff')) return false;
        return letter && !IsOrdinal(name) && !ProseWords.SaysMore(name);
    }

    /// <summary>Length of a number before the name: 1. ① (2) 三、.</summary>
    public static int Numbering(ReadOnlySpan<char> name)
    {
        var i = 0;
        if (name is [>= '①' and <= '⑳', ..]) return 1;
        var bracket = name is ['(', ..];
        if (bracket) i++;
        var digits = i;
        while (i < name.Length && i < digits + 3 && (char.IsAsciiDigit(name[i]) || ProseWords.Digits.Contains(name[i]))) i++;
        if (i == digits || i == name.Length) return 0;
        return name[i] switch { ')' => i + 1, '.' when !bracket => i + 1, _ => 0 };
    }

    // 第一、二、三产业
    private static bool IsOrdinal(ReadOnlySpan<char> name) => name.TrimStart('第').Trim(ProseWords.Digits).Length == 0;

    private static bool Balanced(ReadOnlySpan<char> name, out int outside)
    {
        var depth = 0;
        outside = 0;
        foreach (var c in name)
        {
            if (c == ')' && --depth < 0) return false;
            if (depth == 0 && c != ')') outside++;
            if (c == '(') depth++;
        }
        return depth == 0;
    }
}
