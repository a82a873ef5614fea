using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>A row of the 责任清单 as two people wrote it, field by field.</summary>
internal static class EntryConflict
{
    /// <summary>The fields of the form: of a catalogue row only how its duty is met.</summary>
    public static IReadOnlyList<ConflictRow> Rows(EntryForm theirs, EntryForm mine, DeclaredPart declared) =>
        [.. theirs.Whole ? Data(theirs, mine) : [], .. Duty(theirs, mine), .. declared.Conflicts(theirs.Elements, mine.Elements)];

    private static IEnumerable<ConflictRow> Data(EntryForm theirs, EntryForm mine) =>
    [
        new("name", "数据名称", theirs.Name, mine.Name), new("items", "数据项", theirs.Items, mine.Items.Trim()) { Show = names => names.Replace('\n', '、') },
        new("share", "共享属性", theirs.Share, mine.Share) { Show = v => FormChoice.Of<ShareProperty>(v)?.Name() ?? v }, new("condition", "共享条件", theirs.Condition, mine.Condition),
        new("ways", "共享方式", string.Join('；', theirs.Ways), string.Join('；', mine.Ways)), new("frequency", "更新频率", theirs.Frequency, mine.Frequency) { Show = v => FormChoice.Of<UpdateFrequency>(v)?.Name() ?? v },
        new("level", "数据分级", theirs.Level, mine.Level), new("system", "来源系统", theirs.System, mine.System),
    ];

    private static IEnumerable<ConflictRow> Duty(EntryForm theirs, EntryForm mine) =>
    [
        new("duty", "责任类型", theirs.Duty, mine.Duty) { Show = v => FormChoice.Of<DutyType>(v)?.Text() ?? v }, new("promisedOn", "承诺完成日期", theirs.PromisedOn, mine.PromisedOn),
        new("contact", "联系人", theirs.Contact, mine.Contact), new("note", "备注", theirs.Note, mine.Note),
    ];
}
