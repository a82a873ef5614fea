using Qingdan.Catalog.Versions;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Resources;

/// <summary>What must hold before a draft is saved, and what before it is handed in.</summary>
internal static class ResourceRules
{
    /// <summary>A draft may be incomplete, but never hold a marked secret (政务数据共享条例 3) nor exceed the lengths.</summary>
    public static List<Fault> ForSaving(ResourceContent content)
    {
        var faults = new List<Fault>();
        if (content.Name.Trim().Length == 0) faults.Add(new("catalog.name.required", "请填写目录名称。", "name"));
        Length(faults, content.Name, 128, "name", "目录名称");
        Length(faults, content.Summary, 2000, "summary", "摘要");
        Length(faults, content.ShareCondition, 500, "shareCondition", "共享条件");
        Length(faults, content.ShareReason, 500, "shareReason", "不予共享理由");
        if (content.Items.Count > 2000) faults.Add(new("catalog.items.too-many", "一个目录最多 2,000 个数据项，请拆成几个目录。", "items"));
        foreach (var (field, text) in Texts(content))
            if (ClassificationMarks.Refusal(text, field) is { } refusal) faults.Add(refusal);
        return faults;
    }

    /// <summary>The content a catalogue entry owes by law (政务数据共享条例 13, 15; 上海市数据条例 28).</summary>
    public static List<Fault> ForSubmission(ResourceContent content)
    {
        var faults = ForSaving(content);
        Owed(faults, content.Summary, "summary", "请填写摘要。");
        Owed(faults, content.Formats, "formats", "请填写数据格式（条例第十三条）。");
        Owed(faults, content.DataLevel, "dataLevel", "请填写数据分类分级（条例第十三条）。");
        Owed(faults, content.SystemName, "systemName", "请填写来源系统（上海市数据条例第二十八条）。");
        if (content.Frequency is null) faults.Add(new("catalog.frequency.required", "请选择更新频率（条例第十三条）。", "frequency"));
        if (content.Items.Count == 0) faults.Add(new("catalog.items.required", "请至少填写一个数据项（条例第十三条）。", "items"));
        if (content.Share is null || !content.ShareStated)
            faults.Add(new("catalog.share.required", "请选择共享属性；系统推断的须由本单位确认（条例第十四条）。", "share"));
        if (content.Share == ShareProperty.Conditional) Owed(faults, content.ShareCondition, "shareCondition", "有条件共享须写明共享范围和使用用途（条例第十五条）。");
        if (content.Share == ShareProperty.NotShared) Owed(faults, content.ShareReason, "shareReason", "不予共享须写明理由和依据条款（条例第十五条）。");
        if (content.Share != ShareProperty.NotShared) Owed(faults, content.ShareWays, "shareWays", "请选择共享方式（条例第十三条）。");
        return faults;
    }

    private static void Owed(List<Fault> faults, string text, string field, string sentence)
    {
        if (text.Trim().Length == 0) faults.Add(new($"catalog.{field}.required", sentence, field));
    }

    private static void Length(List<Fault> faults, string text, int most, string field, string name)
    {
        if (text.Length > most) faults.Add(new($"catalog.{field}.too-long", "{0}不超过 {1} 字，现有 {2} 字。", field, FaultKind.Invalid, name, most, text.Length));
    }

    private static IEnumerable<(string Field, string Text)> Texts(ResourceContent content)
    {
        yield return ("name", content.Name);
        yield return ("summary", content.Summary);
        yield return ("shareCondition", content.ShareCondition);
        yield return ("shareReason", content.ShareReason);
        yield return ("dataLevel", content.DataLevel);
        foreach (var pair in content.Elements) yield return (pair.Key, pair.Value);
        for (var i = 0; i < content.Items.Count; i++)
        {
            yield return ($"items[{i}].name", content.Items[i].Name);
            yield return ($"items[{i}].note", content.Items[i].Note);
        }
    }
}
