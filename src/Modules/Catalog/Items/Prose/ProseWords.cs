using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;

namespace Qingdan.Catalog.Items.Prose;

/// <summary>
/// The words by which an enumeration of 数据项 is known, simplified and narrow as texts are compared: <c>Data/prose-words.json</c>.
/// Collected from real descriptions and field lists, not taken from a standard.
/// </summary>
internal static class ProseWords
{
    private const int LongestHead = 6;

    private static readonly SearchValues<char> Latin = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-. ");

    private static readonly Dictionary<string, string[]> Words = Load();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Heads = Words["heads"].ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What joins the last two of an enumeration: 地址和电话.</summary>
    public static IReadOnlyList<string> Joints => Words["joints"];

    /// <summary>Chinese digits, by which parts are numbered.</summary>
    public static string Digits { get; } = Words["digits"][0];

    // 等各类相关信息
    private static string Fillers { get; } = Words["fillers"][0];

    /// <summary>Length of the words that announce an enumeration here (包括, 字段有), or 0; 不包括 announces none.</summary>
    public static int Cue(ReadOnlySpan<char> text, int at) =>
        Longest("cues", text[at..]) is var length and > 0 && (at == 0 || Longest("denied", text.Slice(at - 1, 1)) == 0) ? length : 0;

    /// <summary>Length of what may stand before the first name: 提供, 其.</summary>
    public static int Lead(ReadOnlySpan<char> text) => Longest("noLeads", text) > 0 ? 0 : Longest("leads", text);

    /// <summary>True when the 等 at this place ends an enumeration: not that of 等级 or 高等.</summary>
    public static bool IsTail(ReadOnlySpan<char> text, int at) =>
        at > 0 && text[at] == '等' && Longest("notTail", text[(at + 1)..]) == 0 && Longest("notBeforeTail", text.Slice(at - 1, 1)) == 0;

    /// <summary>True when what follows 等 says that data were enumerated (等信息), not kinds, people or duties (等类别).</summary>
    public static bool SaysData(ReadOnlySpan<char> behindTail) => Longest("tails", behindTail.TrimStart(Fillers)) > 0;

    /// <summary>Length of a word at the end that is said of all names before it (名称、地址属性字段), or 0.</summary>
    public static int Suffix(ReadOnlySpan<char> part)
    {
        foreach (var word in Words["suffixes"])
            if (part.EndsWith(word, StringComparison.Ordinal)) return word.Length;
        return 0;
    }

    /// <summary>True for what stands in sentences, never in a name: 用于, 每年更新.</summary>
    public static bool SaysMore(ReadOnlySpan<char> part)
    {
        foreach (var word in Words["clauses"])
            if (part.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>True for what the whole is called or where it is: 企业名单, 崇左市.</summary>
    public static bool IsTopic(ReadOnlySpan<char> part) => Ends("topics", part) || (part.Length > 2 && Longest("noPlaces", part) == 0 && Ends("places", part));

    /// <summary>True when the part begins with the name of a place or says 本市: it names whose data these are.</summary>
    public static bool NamesPlace(ReadOnlySpan<char> part)
    {
        if (Longest("ours", part) > 0) return true;
        if (Longest("noPlaces", part) > 0) return false;
        for (var i = 2; i < Math.Min(part.Length - 2, 8); i++)
            if (Longest("places", part[i..]) > 0 && part[i + 1] is not ('划' or '域' or '级')) return true;
        return false;
    }

    /// <summary>True when it ends as names of fields do: 日期, 编号, 金额. What stands in brackets at the end does not count.</summary>
    public static bool IsField(ReadOnlySpan<char> part)
    {
        while (part.EndsWith(")") && part.LastIndexOf('(') is var open and > 0) part = part[..open];
        for (var length = Math.Min(part.Length, LongestHead); length > 0; length--)
            if (Heads.Contains(part[^length..])) return true;
        return part.Length > 1 && !part.ContainsAnyExcept(Latin);
    }

    private static int Longest(string kind, ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var word in Words[kind])
            if (word.Length > longest && text.StartsWith(word, StringComparison.Ordinal)) longest = word.Length;
        return longest;
    }

    private static bool Ends(string kind, ReadOnlySpan<char> text)
    {
        foreach (var word in Words[kind])
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static Dictionary<string, string[]> Load()
    {
        using var stream = typeof(ProseWords).Assembly.GetManifestResourceStream("Qingdan.Catalog.Items.Prose.Data.prose-words.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToDictionary(w => w.Key, w => w.Value.Split(' '));
    }
}
