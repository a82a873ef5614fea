using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Workflow.Registers;

/// <summary>What a field of a register holds.</summary>
internal enum FieldShape
{
    /// <summary>A text of 500 characters at most.</summary>
    Text,

    /// <summary>A unit.</summary>
    Unit,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Number,
}

/// <summary>A declared field.</summary>
/// <param name="Name">Name in forms and answers.</param>
/// <param name="Label">As shown, Chinese.</param>
/// <param name="Required">Owed.</param>
/// <param name="Past">A day that cannot lie after today.</param>
internal sealed record RegisterField(string Name, string Label, FieldShape Shape, bool Required = false, bool Past = false)
{
    /// <summary>Value and Chinese name of each choice.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Choices { get; init; } = [];

    /// <summary>Key of the value domain of the choices, whose other spellings a workbook may have; null for none.</summary>
    public string? Domain { get; init; }
}

/// <summary>How a register is declared: its form, its table, its workbook and its answers follow from here.</summary>
/// <param name="Path">The last part of its address.</param>
/// <param name="Title">Its name.</param>
/// <param name="Ask">The question it answers.</param>
/// <param name="Empty">What an empty one says.</param>
/// <param name="Summary">What its API answers.</param>
/// <param name="Anchor">The law it stands on; null for a practice.</param>
/// <param name="Fields">Its fields in order.</param>
internal sealed record RegisterShape(RegisterKind Kind, string Path, string Title, string Ask, string Empty, string Summary, Anchor? Anchor, IReadOnlyList<RegisterField> Fields)
{
    private static readonly KeyValuePair<string, string>[] Ways = [Same("库表交换"), Same("服务接口"), Same("文件交换"), Same("人工报送")];

    /// <summary>归集登记.</summary>
    public static RegisterShape Collected { get; } = new(RegisterKind.Collected, "collected", "归集登记", "平台上归集了哪些数据，从哪里来，最近什么时候到？", "归集到平台的数据在这里登记；登记了的，提供数据时才能选“已归集直授”。", "归集登记，按 id 翻页 / what the platform has collected, by keyset", null,
    [
        new("unit", "归集自", FieldShape.Unit, true), new("way", "归集方式", FieldShape.Choice, true) { Choices = Ways },
        new("frequency", "归集频率", FieldShape.Choice, true) { Choices = [.. Enum.GetValues<UpdateFrequency>().Select(f => KeyValuePair.Create($"{f}", f.Name()))], Domain = Domains.UpdateFrequencies.Key },
        new("sinceOn", "持有起始日", FieldShape.Day, true, true), new("lastOn", "最近到达日", FieldShape.Day, false, true), new("rows", "记录数", FieldShape.Number),
        new("endedOn", "停止归集日", FieldShape.Day, false, true), new("note", "备注", FieldShape.Text),
    ]);

    /// <summary>属地返还登记.</summary>
    public static RegisterShape Returned { get; } = new(RegisterKind.Returned, "returned", "属地返还登记", "上级返还了哪些数据，给了哪个区，到期没有？", "市级、国家返还给各区的数据在这里登记：申请、约定期限和交付。", "属地返还登记，按 id 翻页 / what is given back to districts, by keyset", new Anchor("政务数据共享条例", 24),
    [
        new("origin", "来自", FieldShape.Choice, true) { Choices = [Same("市级"), Same("国家")] }, new("unit", "返还到", FieldShape.Unit, true), new("way", "返还方式", FieldShape.Choice, true) { Choices = Ways },
        new("sinceOn", "申请日期", FieldShape.Day, true, true), new("dueOn", "约定期限", FieldShape.Day), new("lastOn", "交付日期", FieldShape.Day, false, true), new("rows", "记录数", FieldShape.Number), new("note", "备注", FieldShape.Text),
    ]);

    /// <summary>Both.</summary>
    public static IReadOnlyList<RegisterShape> All { get; } = [Collected, Returned];

    /// <summary>The address of its list.</summary>
    public string Href => $"/workflow/{Path}";

    /// <summary>The field with this name; null when it has none.</summary>
    public RegisterField? Find(string name) => Fields.FirstOrDefault(f => f.Name == name);

    private static KeyValuePair<string, string> Same(string word) => KeyValuePair.Create(word, word);
}
