namespace Qingdan.Catalog.Import.Rows;

/// <summary>
/// Takes a cell that lists several fields apart: <c>日期,種類,市場</c>, <c>AC_NO(許可證號)、…</c>, one a line as <c>sv：場站狀態</c>.
/// Separators inside brackets do not part.
/// </summary>
internal static class ItemList
{
    private const int LongestName = 128;

    /// <summary>The items in order, each name once; null when a part is too long to be a name: the cell is prose.</summary>
    public static List<SourceItem>? Read(string text)
    {
        var items = new List<SourceItem>();
        var seen = new HashSet<string>();
        foreach (var part in Parts(text))
        {
            if (Item(part) is not { Name.Length: > 0 } item) continue;
            if (item.Name.Length > LongestName || item.FieldName.Length > LongestName) return null;
            if (seen.Add(item.Name)) items.Add(item);
        }
        return items;
    }

    private static IEnumerable<string> Parts(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '（' or '[' or '【') depth++;
            else if (text[i] is ')' or '）' or ']' or '】') depth = Math.Max(0, depth - 1);
            else if (text[i] is '\n' || (depth == 0 && text[i] is ',' or '，' or '、' or ';' or '；' or '|'))
            {
                yield return text[start..i];
                (start, depth) = (i + 1, 0);
            }
        }
        yield return text[start..];
    }

    private static SourceItem Item(string part)
    {
        var text = part.Trim().Trim('"', '“', '”', '\'', '。', '.').Trim();
        if (text.IndexOfAny([':', '：']) is var colon and > 0 && IsFieldName(text[..colon].Trim())) return Named(text[..colon].Trim(), text[(colon + 1)..].Trim());
        if (text.IndexOfAny(['(', '（']) is var open and > 0 && text[^1] is ')' or '）')
        {
            var (outside, inside) = (text[..open].Trim(), text[(open + 1)..^1].Trim());
            if (IsFieldName(outside) && !IsFieldName(inside) && inside.Length > 0) return Named(outside, inside);
            // A short word in brackets is a unit: 重量(kg).
            if (IsFieldName(inside) && (inside.Length > 3 || inside.Contains('_')) && !IsFieldName(outside)) return Named(inside, outside);
        }
        return new SourceItem(text);
    }

    private static SourceItem Named(string field, string name) => name.Length > 0 ? new SourceItem(name, field) : new SourceItem(field);

    private static bool IsFieldName(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ' ') && text.Any(char.IsAsciiLetter);
}
