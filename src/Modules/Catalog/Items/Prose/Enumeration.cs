namespace Qingdan.Catalog.Items.Prose;

/// <summary>One enumeration of a sentence: its parts between commas, up to 等 or the first part that is no name.</summary>
internal static class Enumeration
{
    private const string Commas = "、,;；，";

    private const int LongestOfTwo = 10, LongestOfFew = 14, LongestShort = 3;

    // 等等, 等……
    private static readonly char[] Dots = ['等', ' ', '.', '…'];

    /// <summary>The names, if it is clear enough that fields are enumerated here; otherwise none.</summary>
    public static List<ProseSpan> Read(string text, int start, int end, bool announced)
    {
        var (names, ending) = Names(text, start, end, announced);
        if (ending == Ending.Kinds || (!announced && ending != Ending.Data && !IsBareList(text, names, start, end))) return [];
        if (ending != Ending.Cut && names.Count > 0) Split(text, names);
        if (names.Count < 2) return [];
        if (ending == Ending.Open) names[^1] = WithoutInformation(text, names[^1]);
        DropOwner(text, names, announced);
        DropKinds(text, names);
        return IsClear(text, names, ending, announced) ? names : [];
    }

    private static (List<ProseSpan> Names, Ending Ending) Names(string text, int start, int end, bool announced)
    {
        var names = new List<ProseSpan>();
        foreach (var part in Parts(text, start, end))
        {
            var tail = Tail(text, part);
            var name = NameIn(text, new ProseSpan(part.Start, tail < 0 ? part.End : tail), names.Count == 0);
            if (ItemName.Fits(name.In(text))) names.Add(name);
            else if (name.Length > 1 && tail < 0) return (names, Ending.Cut);
            if (tail >= 0) return (names, Behind(text.AsSpan(tail + 1, end - tail - 1)));
        }
        return (names, Ending.Open);
    }

    private static ProseSpan NameIn(string text, ProseSpan part, bool first)
    {
        part = part.Trim(text);
        // 包括以下字段：甲、乙
        if (first && part.In(text).LastIndexOf(':') is var colon and >= 0) part = new ProseSpan(part.Start + colon + 1, part.End).Trim(text);
        part = part with { Start = part.Start + ItemName.Numbering(part.In(text)) };
        if (first) part = part with { Start = part.Start + ProseWords.Lead(part.In(text)) };
        // 旅行社的创建时间: what a field belongs to is no part of its name.
        var owner = part.In(text).LastIndexOfAny('的', '之');
        if (owner > 0 && owner < part.Length - 2 && ProseWords.IsField(part.In(text)[(owner + 1)..])) part = part with { Start = part.Start + owner + 1 };
        return part.Trim(text);
    }

    private static IEnumerable<ProseSpan> Parts(string text, int start, int end)
    {
        var depth = 0;
        for (var i = start; i <= end; i++)
        {
            if (i < end && text[i] == '(') depth++;
            else if (i < end && text[i] == ')') depth = Math.Max(0, depth - 1);
            else if (i == end || (depth == 0 && Commas.Contains(text[i])))
            {
                yield return new ProseSpan(start, i);
                start = i + 1;
            }
        }
    }

    private static int Tail(string text, ProseSpan part)
    {
        for (var i = part.Start; i < part.End; i++)
            if (ProseWords.IsTail(text, i)) return i;
        return -1;
    }

    private static Ending Behind(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(Dots);
        return rest.Length == 0 || Commas.Contains(rest[0]) || rest[0] is ')' or '"' or '”' ? Ending.Open : ProseWords.SaysData(rest) ? Ending.Data : Ending.Kinds;
    }

    private static void Split(string text, List<ProseSpan> names)
    {
        var last = names[^1];
        foreach (var joint in ProseWords.Joints)
        {
            var at = last.In(text).LastIndexOf(joint, StringComparison.Ordinal);
            if (at < 1) continue;
            var (left, right) = (new ProseSpan(last.Start, last.Start + at).Trim(text), new ProseSpan(last.Start + at + joint.Length, last.End).Trim(text));
            if (right.In(text) is ['其', ..]) right = right with { Start = right.Start + 1 };
            if (!ItemName.Fits(left.In(text)) || !ItemName.Fits(right.In(text)) || !ProseWords.IsField(right.In(text)) || (names.Count == 1 && !ProseWords.IsField(left.In(text)))) continue;
            names[^1] = left;
            names.Add(right);
            return;
        }
    }

    // Only names and nothing else: 姓名、性别、学历. Two long ones may be a title.
    private static bool IsBareList(string text, List<ProseSpan> names, int start, int end) =>
        names.Count > 1 && (names.Count > 5 || names.TrueForAll(n => n.Length <= (names.Count > 2 ? LongestOfFew : LongestOfTwo)))
        && text.AsSpan(0, start).IsWhiteSpace() && text.AsSpan(end).Trim("。.…\"” \r\n\t").Length == 0;

    // What nobody announced begins with what it is about (企业名单，名称，地址), or with whose it is (本市…名称).
    private static void DropOwner(string text, List<ProseSpan> names, bool announced)
    {
        var first = names[0].In(text);
        if (ProseWords.NamesPlace(first) || (!announced && ProseWords.IsTopic(first))) names.RemoveAt(0);
    }

    // 商务旅馆、民宿名称、电话: kinds of things before the first field are not fields. Short ones, 分局、地址, mostly are.
    private static void DropKinds(string text, List<ProseSpan> names)
    {
        var first = names.FindIndex(n => ProseWords.IsField(n.In(text)));
        if (first < 1) return;
        var from = names[first].Start;
        names.RemoveAll(n => n.Start < from && n.Length > LongestShort);
    }

    // 名称、资质等级信息: the word at the end is said of all.
    private static ProseSpan WithoutInformation(string text, ProseSpan last)
    {
        var name = last.In(text);
        var word = ProseWords.Suffix(name);
        return word > 0 && name.Length > word + 1 && ProseWords.IsField(name[..^word]) ? last with { End = last.End - word } : last;
    }

    private static bool IsClear(string text, List<ProseSpan> names, Ending ending, bool announced)
    {
        if (names.Count == 0) return false;
        var fields = names.Count(n => ProseWords.IsField(n.In(text)));
        return (announced, ending) switch
        {
            (true, Ending.Data) => fields * 3 >= names.Count,
            (true, _) or (false, Ending.Data) => fields * 2 >= names.Count,
            _ => names.Count > 1 && fields * (names.Count > 4 ? 4 : 3) >= names.Count * 2,
        };
    }

    // Open: at the end of the sentence or a bare 等. Data: 等信息. Kinds: 等类别. Cut: a part that is no name.
    private enum Ending { Open, Data, Kinds, Cut }
}
