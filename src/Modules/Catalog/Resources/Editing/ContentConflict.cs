using Qingdan.Catalog.Versions;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Resources.Editing;

/// <summary>One thing two people changed differently: as it was, as somebody else saved it, as this person wrote it.</summary>
/// <param name="Key">Name of the choice in the form.</param>
/// <param name="What">Chinese label; for an item its name.</param>
/// <param name="Before">As the form was loaded.</param>
/// <param name="Theirs">As saved meanwhile; empty for nothing.</param>
/// <param name="Mine">As written; empty for nothing.</param>
/// <param name="TakeMine">What is proposed: one's own unless one left it as it was.</param>
public sealed record ConflictLine(string Key, string What, string Before, string Theirs, string Mine, bool TakeMine);

/// <summary>Two saves of one resource, side by side, and what becomes of them by choice.</summary>
internal static class ContentConflict
{
    private static readonly (string Key, string What, Func<ResourceContent, string> Read, Func<ResourceContent, ResourceContent, ResourceContent> Take)[] Fields =
    [
        ("name", "目录名称", c => c.Name, (to, from) => to with { Name = from.Name }),
        ("summary", "摘要", c => c.Summary, (to, from) => to with { Summary = from.Summary }),
        ("theme", "领域", c => c.Theme, (to, from) => to with { Theme = from.Theme }),
        ("systemName", "来源系统", c => c.SystemName, (to, from) => to with { SystemName = from.SystemName }),
        ("duty", "职责", c => c.Duty, (to, from) => to with { Duty = from.Duty }),
        ("formats", "数据格式", c => c.Formats, (to, from) => to with { Formats = from.Formats }),
        ("frequency", "更新频率", c => c.Frequency?.Name() ?? "", (to, from) => to with { Frequency = from.Frequency }),
        ("share", "共享属性", c => c.ShareText(), (to, from) => to with { Share = from.Share, ShareStated = from.ShareStated }),
        ("shareCondition", "共享条件", c => c.ShareCondition, (to, from) => to with { ShareCondition = from.ShareCondition }),
        ("shareReason", "不予共享理由", c => c.ShareReason, (to, from) => to with { ShareReason = from.ShareReason }),
        ("shareWays", "共享方式", c => c.ShareWays, (to, from) => to with { ShareWays = from.ShareWays }),
        ("openType", "开放属性", c => c.OpenType?.Name() ?? "", (to, from) => to with { OpenType = from.OpenType }),
        ("dataLevel", "数据分级", c => c.DataLevel, (to, from) => to with { DataLevel = from.DataLevel }),
        ("dataUpdatedOn", "数据更新日期", c => Shown.Day(c.DataUpdatedOn), (to, from) => to with { DataUpdatedOn = from.DataUpdatedOn }),
    ];

    /// <summary>What differs between the two; what is alike needs no choice.</summary>
    public static List<ConflictLine> Between(ResourceContent original, ResourceContent theirs, ResourceContent mine)
    {
        mine = Alike(theirs, mine);
        var lines = Fields.Where(f => f.Read(theirs) != f.Read(mine))
            .Select(f => Line(f.Key, f.What, f.Read(original), f.Read(theirs), f.Read(mine))).ToList();
        lines.AddRange(theirs.Elements.Keys.Union(mine.Elements.Keys).Where(k => Of(theirs, k) != Of(mine, k)).Select(k => Line($"e:{k}", k, Of(original, k), Of(theirs, k), Of(mine, k))));
        lines.AddRange(Keys(theirs, mine).Where(k => Text(Find(theirs, k)) != Text(Find(mine, k))).Select(k =>
            Line($"i:{k}", (Find(mine, k) ?? Find(theirs, k))!.Name, Text(Find(original, k)), Text(Find(theirs, k)), Text(Find(mine, k)))));
        return lines;
    }

    /// <summary>The content by the choices: <c>k:name=mine</c> or <c>theirs</c>. Unanswered lines keep what the other saved.</summary>
    public static ResourceContent Merge(ResourceContent theirs, ResourceContent mine, Func<string, bool> takesMine)
    {
        mine = Alike(theirs, mine);
        var merged = Fields.Where(f => takesMine(f.Key)).Aggregate(theirs, (content, f) => f.Take(content, mine));
        var elements = theirs.Elements.Keys.Union(mine.Elements.Keys).Select(k => (Key: k, Text: Of(takesMine($"e:{k}") ? mine : theirs, k))).Where(e => e.Text.Length > 0);
        var items = Keys(theirs, mine).Select(k => Find(takesMine($"i:{k}") ? mine : theirs, k)).OfType<ItemContent>();
        return merged with { Elements = elements.ToDictionary(e => e.Key, e => e.Text), Items = [.. items] };
    }

    private static ConflictLine Line(string key, string what, string before, string theirs, string mine) => new(key, what, before, theirs, mine, TakeMine: mine != before);

    private static string Of(ResourceContent content, string element) => content.Elements.GetValueOrDefault(element, "");

    // Items in the order of the one who wrote last, then those only the other has. A new item is known by its name.
    private static IEnumerable<string> Keys(ResourceContent theirs, ResourceContent mine) => mine.Items.Concat(theirs.Items).Select(Key).Distinct();

    // What the other saved has its ids already: a new item of the same name is the same.
    private static ResourceContent Alike(ResourceContent theirs, ResourceContent mine)
    {
        var own = mine.Items.Select(i => i.Id).ToHashSet();
        var further = theirs.Items.Where(i => i.Id > 0 && !own.Contains(i.Id)).DistinctBy(i => i.Name.Trim()).ToDictionary(i => i.Name.Trim(), i => i.Id);
        return mine with { Items = [.. mine.Items.Select(i => i.Id == 0 && further.Remove(i.Name.Trim(), out var id) ? i with { Id = id } : i)] };
    }

    private static string Key(ItemContent item) => item.Id > 0 ? $"{item.Id}" : item.Name.Trim();

    private static ItemContent? Find(ResourceContent content, string key) => content.Items.FirstOrDefault(i => Key(i) == key);

    private static string Text(ItemContent? i) => i is null ? "" : string.Join("，",
        new[] { i.Name, i.FieldName, i.DataType, $"{i.Length}", i.Share?.Name() ?? "", i.ShareCondition, i.ShareReason, i.Note }.Where(t => t.Length > 0));
}
