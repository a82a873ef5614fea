using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Projection;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Exchange.Mounts.Trial;

/// <summary>R21: the answer's real fields beside the catalogue's items. Names that are alike are proposed, never taken over by themselves.</summary>
internal static class CompareFields
{
    /// <summary>One line an item, in the catalogue's order.</summary>
    public static IReadOnlyList<TrialItem> Items(IReadOnlyList<ItemField> items, IReadOnlyDictionary<long, string> paths, IReadOnlyList<AnswerField> fields)
    {
        var used = paths.Values.Select(Plain).ToHashSet(StringComparer.Ordinal);
        return [.. items.Select(i => One(i, paths.GetValueOrDefault(i.Id, ""), fields, used))];
    }

    /// <summary>Fields in which no item sits.</summary>
    public static IReadOnlyList<TrialField> Surplus(IEnumerable<string> paths, IReadOnlyList<AnswerField> fields)
    {
        var placed = paths.Select(Plain).ToList();
        return [.. fields.Where(f => !placed.Exists(p => Within(f.Path, p))).Select(f => new TrialField(f.Path, Words(f.Kinds)))];
    }

    private static TrialItem One(ItemField item, string path, IReadOnlyList<AnswerField> fields, HashSet<string> used)
    {
        var proposal = fields.FirstOrDefault(f => !used.Contains(f.Path) && IsAlike(item, Folded(f.Name)) && JsonPath.Parse(f.Path, "").Ok)?.Path ?? "";
        if (path.Length == 0) return new(item.Id, item.Name, "", TrialVerdict.Unplaced, [], proposal);
        var plain = Plain(path);
        var found = fields.Where(f => Within(f.Path, plain)).ToList();
        if (found.Count == 0) return new(item.Id, item.Name, path, TrialVerdict.Missing, [], proposal);
        // Beneath an item that is an object or a list as a whole lie kinds of their own; its own is what counts.
        var kinds = found.Exists(f => f.Path == plain) ? found.Aggregate(ValueKinds.None, (all, f) => all | f.Kinds) : ValueKinds.Object;
        return new(item.Id, item.Name, path, Fits(item.Type, kinds) ? TrialVerdict.Fits : TrialVerdict.OtherType, Words(kinds), "");
    }

    private static bool Fits(DataType? type, ValueKinds kinds)
    {
        var allowed = type switch
        {
            null or DataType.General => (ValueKinds)~0,
            DataType.Number or DataType.Money or DataType.DoublePrecision or DataType.Whole or DataType.Floating => ValueKinds.Number | ValueKinds.NumberText,
            DataType.Logical => ValueKinds.Boolean | ValueKinds.Number | ValueKinds.NumberText | ValueKinds.Text,
            // Milliseconds are a way to write a day.
            DataType.Date or DataType.DateTime => ValueKinds.Text | ValueKinds.Number | ValueKinds.NumberText,
            _ => ValueKinds.Text | ValueKinds.NumberText,
        };
        return (kinds & ~(allowed | ValueKinds.Null)) == 0;
    }

    private static bool IsAlike(ItemField item, string name) => name.Length > 0 && (name == Folded(item.FieldName) || name == Folded(item.Name));

    private static string Folded(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Plain(string path) => JsonPath.Parse(path, "").Value.ToString();

    private static bool Within(string path, string outer) => path == outer || outer == "@" || (path.StartsWith(outer, StringComparison.Ordinal) && path[outer.Length] is '.' or '[');

    private static IReadOnlyList<string> Words(ValueKinds kinds) => [.. Enum.GetValues<ValueKinds>().Where(k => k != ValueKinds.None && kinds.HasFlag(k)).Select(Word)];

    private static string Word(ValueKinds kind) => kind switch
    {
        ValueKinds.Text => "文本",
        ValueKinds.NumberText => "写成文本的数字",
        ValueKinds.Number => "数字",
        ValueKinds.Boolean => "是否",
        ValueKinds.Object => "JSON 对象",
        ValueKinds.Array => "数组",
        _ => "空值",
    };
}
