using System.Text.Json;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>A proposed change line by line, as people read it. Pure.</summary>
internal static class ContentLines
{
    private static readonly (string What, Func<EntryContent, string> Read)[] Fields =
    [
        ("目录名称", c => c.Name), ("目录代码", c => c.Code), ("共享属性", c => Word(c.Share)), ("共享条件", c => c.ShareCondition), ("共享方式", c => c.ShareWays),
        ("更新频率", c => c.Frequency?.Name() ?? ""), ("数据分级", c => c.DataLevel), ("来源系统", c => c.SystemName),
    ];

    /// <summary>The lines that differ; only a change of content has any.</summary>
    public static IReadOnlyList<ChangeLine> Of(EntryChange change) =>
        change.Kind == EntryChangeKind.Modify ? Between(Parse(change.Before), Parse(change.After)) : [];

    /// <summary>The lines by which two contents differ. Items are matched by id, then by name.</summary>
    public static IReadOnlyList<ChangeLine> Between(EntryContent before, EntryContent after)
    {
        var lines = Fields.Where(f => f.Read(before) != f.Read(after)).Select(f => new ChangeLine(f.What, null, f.Read(before), f.Read(after))).ToList();
        var rest = before.Items.ToList();
        foreach (var item in after.Items)
        {
            var match = rest.Find(i => i.Id != 0 && i.Id == item.Id) ?? rest.Find(i => i.Name == item.Name);
            if (match is null)
            {
                lines.Add(new ChangeLine("新增数据项", item.Name, null, Word(item.Share)));
                continue;
            }
            rest.Remove(match);
            if (match.Name != item.Name) lines.Add(new ChangeLine("数据项名称", item.Name, match.Name, item.Name));
            if (match.Share != item.Share) lines.Add(new ChangeLine("共享属性", item.Name, Word(match.Share), Word(item.Share)));
            if (match.ShareCondition != item.ShareCondition) lines.Add(new ChangeLine("共享条件", item.Name, match.ShareCondition, item.ShareCondition));
        }
        lines.AddRange(rest.Select(i => new ChangeLine("移出数据项", i.Name, Word(i.Share), null)));
        return lines;
    }

    /// <summary>The stored content.</summary>
    public static EntryContent Parse(string json) => JsonSerializer.Deserialize<EntryContent>(json, JsonText.Readable)!;

    /// <summary>The content as it is stored.</summary>
    public static string Json(EntryContent content) => JsonSerializer.Serialize(content, JsonText.Readable);

    private static string Word(ShareProperty? share) => share?.Name() ?? "未定";
}
