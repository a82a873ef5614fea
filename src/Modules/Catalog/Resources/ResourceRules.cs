using Qingdan.Catalog.Versions;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Resources;

/// <summary>What must hold before a draft is saved, and what before it is handed in. Lengths, and what a city adds, follow the declarations.</summary>
internal sealed class ResourceRules(DeclaredElements declared)
{
    private const int MostItems = 2000;

    /// <summary>A draft may be incomplete, but never hold a marked secret (政务数据共享条例 3) nor exceed the lengths.</summary>
    public List<Fault> ForSaving(ResourceContent content)
    {
        var faults = new List<Fault>();
        if (content.Name.Trim().Length == 0) faults.Add(new("catalog.name.required", "请填写目录名称。", "name"));
        if (content.Items.Count > MostItems) faults.Add(new("catalog.items.too-many", "一个目录最多 2,000 个数据项，请拆成几个目录。", "items"));
        foreach (var (key, text) in Texts(content)) Look(faults, key, text, declared.Text(key));
        foreach (var (key, text) in content.Elements) Look(faults, key, text, declared.Keys.Contains(key) ? null : declared.Text(key));
        faults.AddRange(declared.Faults(content, owed: false));
        for (var i = 0; i < content.Items.Count; i++) LookAtItem(faults, content.Items[i], i);
        return faults;
    }

    /// <summary>The content a catalogue entry owes by law (政务数据共享条例 13, 15; 上海市数据条例 28).</summary>
    public List<Fault> ForSubmission(ResourceContent content)
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
        if (content.OpenType is null) faults.Add(new("catalog.openType.required", "请选择开放属性（上海市数据条例第二十八条）。", "openType"));
        faults.AddRange(declared.Faults(content, owed: true).Where(f => f.Code.EndsWith(".required", StringComparison.Ordinal)));
        for (var i = 0; i < content.Items.Count; i++) OwedOfItem(faults, content, content.Items[i], i);
        return faults;
    }

    // An item with a class of its own owes what that class owes, unless the resource already says it (政务数据共享条例 15).
    private static void OwedOfItem(List<Fault> faults, ResourceContent content, ItemContent item, int i)
    {
        if (item.Share == ShareProperty.NotShared && Blank(item.ShareReason) && (content.Share != ShareProperty.NotShared || Blank(content.ShareReason)))
            faults.Add(new("catalog.item.shareReason.required", "第 {0} 个数据项“{1}”不予共享，须写明理由和依据条款（条例第十五条）。", $"items[{i}].shareReason", FaultKind.Invalid, i + 1, item.Name));
        if (item.Share == ShareProperty.Conditional && Blank(item.ShareCondition) && Blank(content.ShareCondition))
            faults.Add(new("catalog.item.shareCondition.required", "第 {0} 个数据项“{1}”有条件共享，须写明共享范围和使用用途（条例第十五条）。", $"items[{i}].shareCondition", FaultKind.Invalid, i + 1, item.Name));
    }

    private void LookAtItem(List<Fault> faults, ItemContent item, int i)
    {
        if (Blank(item.Name)) faults.Add(new("catalog.item.name.required", "第 {0} 个数据项没有名称：请填写，或删去这一行。", $"items[{i}].name", FaultKind.Invalid, i + 1));
        foreach (var (key, text) in Texts(item).Concat(item.Elements.Select(e => (e.Key, e.Value)))) Look(faults, $"items[{i}].{key}", text, declared.ItemText(key));
    }

    private static void Owed(List<Fault> faults, string text, string field, string sentence)
    {
        if (Blank(text)) faults.Add(new($"catalog.{field}.required", sentence, field));
    }

    private static void Look(List<Fault> faults, string field, string text, (string Name, int Most)? length)
    {
        if (length is (var name, var most) && text.Length > most) faults.Add(new("catalog.text.too-long", "{0}不超过 {1} 字，现有 {2} 字。", field, FaultKind.Invalid, name, most, text.Length));
        if (ClassificationMarks.Refusal(text, field) is { } refusal) faults.Add(refusal);
    }

    private static bool Blank(string text) => string.IsNullOrWhiteSpace(text);

    private static (string Key, string Text)[] Texts(ResourceContent c) =>
    [
        ("name", c.Name), ("summary", c.Summary), ("theme", c.Theme), ("systemName", c.SystemName), ("duty", c.Duty), ("formats", c.Formats),
        ("shareCondition", c.ShareCondition), ("shareReason", c.ShareReason), ("shareWays", c.ShareWays), ("dataLevel", c.DataLevel),
    ];

    private static (string Key, string Text)[] Texts(ItemContent i) =>
        [("name", i.Name), ("fieldName", i.FieldName), ("dataType", i.DataType), ("note", i.Note), ("shareCondition", i.ShareCondition), ("shareReason", i.ShareReason)];
}
