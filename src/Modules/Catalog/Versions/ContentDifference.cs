using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Versions;

/// <summary>One line of a readable difference: what, before, after. <see cref="What"/> is Chinese, or the key of a declared element.</summary>
public sealed record DifferenceLine(string What, string? Item, string? Before, string? After);

/// <summary>Compares two contents of one resource, field by field and item by item.</summary>
internal static class ContentDifference
{
    private static readonly (string Name, Func<ResourceContent, string> Read)[] Fields =
    [
        ("目录名称", c => c.Name), ("摘要", c => c.Summary), ("领域", c => c.Theme), ("来源系统", c => c.SystemName), ("职责", c => c.Duty), ("数据格式", c => c.Formats),
        ("更新频率", c => c.Frequency?.Name() ?? ""), ("共享属性", c => c.ShareText()), ("共享条件", c => c.ShareCondition), ("不予共享理由", c => c.ShareReason),
        ("共享方式", c => c.ShareWays), ("开放属性", c => c.OpenType?.Name() ?? ""), ("数据分级", c => c.DataLevel), ("数据更新日期", c => $"{c.DataUpdatedOn:yyyy-MM-dd}"),
    ];

    private static readonly (string Name, Func<ItemContent, string> Read)[] ItemFields =
    [
        ("数据项名称", i => i.Name), ("字段名", i => i.FieldName), ("数据类型", i => i.DataType), ("数据长度", i => $"{i.Length}"), ("说明", i => i.Note),
        ("共享属性", i => i.Share?.Name() ?? ""), ("共享条件", i => i.ShareCondition), ("不予共享理由", i => i.ShareReason), ("开放属性", i => i.OpenType?.Name() ?? ""),
    ];

    /// <summary>The lines that differ; none when the contents are equal. Items are matched by id, new ones by name.</summary>
    public static List<DifferenceLine> Between(ResourceContent before, ResourceContent after)
    {
        var lines = Fields.Where(f => f.Read(before) != f.Read(after)).Select(f => new DifferenceLine(f.Name, null, f.Read(before), f.Read(after))).ToList();
        lines.AddRange(Elements(before.Elements, after.Elements, null));
        var rest = before.Items.ToList();
        foreach (var item in after.Items)
        {
            var match = rest.Find(i => item.Id != 0 && i.Id == item.Id) ?? rest.Find(i => i.Name == item.Name);
            if (match is null)
            {
                lines.Add(new DifferenceLine("新增数据项", item.Name, null, item.Name));
                continue;
            }
            rest.Remove(match);
            lines.AddRange(Elements(match.Elements, item.Elements, item.Name));
            lines.AddRange(ItemFields.Where(f => f.Read(match) != f.Read(item)).Select(f => new DifferenceLine(f.Name, item.Name, f.Read(match), f.Read(item))));
        }
        lines.AddRange(rest.Select(i => new DifferenceLine("删去数据项", i.Name, i.Name, null)));
        return lines;
    }

    private static IEnumerable<DifferenceLine> Elements(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, string? item) =>
        from key in before.Keys.Union(after.Keys)
        let old = before.GetValueOrDefault(key)
        let now = after.GetValueOrDefault(key)
        where old != now
        select new DifferenceLine(key, item, old, now);
}
