using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>What must hold before a row is saved by hand.</summary>
internal static class EntryRules
{
    private const int MostItems = 500;

    /// <summary>Data outside the catalogue owes what a catalogue entry owes (政务数据共享条例 13 to 15, 上海市数据条例 28).</summary>
    public static List<Fault> Whole(EntryInput input)
    {
        var faults = Duty(input);
        if (input.Name.Trim().Length == 0) faults.Add(new("lists.entry.name.required", "请填写数据名称。", "name"));
        if (input.Name.Length > 128) faults.Add(new("lists.entry.name.too-long", "数据名称不超过 128 字。", "name"));
        if (input.ItemNames.Count == 0) faults.Add(new("lists.entry.items.required", "请至少填写一个数据项，一行一个。", "items"));
        if (input.ItemNames.Count > MostItems) faults.Add(new("lists.entry.items.too-many", "最多 {0} 个数据项。", "items", FaultKind.Invalid, MostItems));
        if (input.ItemNames.Any(i => i.Length > 128)) faults.Add(new("lists.entry.items.too-long", "数据项名称不超过 128 字。", "items"));
        if (input.Share is null) faults.Add(new("lists.entry.share.required", "请选择共享属性（政务数据共享条例第十四条）。", "share"));
        if (input.Share == ShareProperty.NotShared) faults.Add(new("lists.entry.share.forbidden", "不予共享的数据请在负面清单提出，并写明依据条款。", "share"));
        if (input.Share == ShareProperty.Conditional && input.ShareCondition.Trim().Length == 0)
            faults.Add(new("lists.entry.condition.required", "有条件共享须写明共享范围和使用用途（政务数据共享条例第十五条）。", "condition"));
        if (input.ShareCondition.Length > 500) faults.Add(new("lists.entry.condition.too-long", "共享条件不超过 500 字。", "condition"));
        if (input.ShareWays.Length == 0) faults.Add(new("lists.entry.ways.required", "请选择共享方式。", "ways"));
        if (input.Frequency is null) faults.Add(new("lists.entry.frequency.required", "请选择更新频率。", "frequency"));
        if (input.DataLevel.Length == 0) faults.Add(new("lists.entry.level.required", "请选择数据分级。", "level"));
        if (input.SystemName.Length > 128) faults.Add(new("lists.entry.system.too-long", "来源系统不超过 128 字。", "system"));
        foreach (var (field, text) in new[] { ("name", input.Name), ("items", input.Items), ("condition", input.ShareCondition), ("system", input.SystemName) })
            if (ClassificationMarks.Refusal(text, field) is { } mark) faults.Add(mark);
        return faults;
    }

    /// <summary>How the duty is met: all of it may be left open.</summary>
    public static List<Fault> Duty(EntryInput input)
    {
        var faults = new List<Fault>();
        if (input.Contact.Length > 128) faults.Add(new("lists.entry.contact.too-long", "责任人和联系方式不超过 128 字。", "contact"));
        if (input.Note.Length > 500) faults.Add(new("lists.entry.note.too-long", "备注不超过 500 字。", "note"));
        foreach (var (field, text) in new[] { ("contact", input.Contact), ("note", input.Note) })
            if (ClassificationMarks.Refusal(text, field) is { } mark) faults.Add(mark);
        return faults;
    }
}
