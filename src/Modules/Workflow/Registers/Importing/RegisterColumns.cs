using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Workflow.Registers.Importing;

/// <summary>The columns of a register's workbook, from its declaration: template, recognition and reading follow from here.</summary>
internal static class RegisterColumns
{
    /// <summary>Name of the template's file.</summary>
    public const string TemplateName = "登记模板.xlsx";

    /// <summary>The code of the resource, and the declared fields.</summary>
    public static IReadOnlyList<(string Key, string Label, bool Required)> Of(RegisterShape shape) =>
        [(RegisterDraft.Code, "目录代码", true), .. shape.Fields.Select(f => (f.Name, f.Label, f.Required))];

    /// <summary>What columns are recognised by.</summary>
    public static IReadOnlyList<TargetField> Fields(RegisterShape shape) =>
        [new(RegisterDraft.Code, ["目录代码", "关联目录代码", "信息资源代码"], true), .. shape.Fields.Select(f => new TargetField(f.Name, f.Shape == FieldShape.Unit ? [f.Label, "单位"] : [f.Label], f.Required))];

    /// <summary>A field as the reader of cells knows elements.</summary>
    public static Element Element(RegisterField field) => new(
        field.Name, field.Label, "", field.Shape switch { FieldShape.Day => ElementShape.Date, FieldShape.Number => ElementShape.Number, FieldShape.Choice => ElementShape.Choice, _ => ElementShape.Text },
        true, 500, field.Domain, [.. field.Choices.Select(c => c.Value)], false, false, null, null, null, null, "", Certainty.Reconstruction, "");

    /// <summary>模板: a document in Chinese whatever the reader's language.</summary>
    public static SheetTable Template(RegisterShape shape)
    {
        var spec = new SheetSpec(shape.Title, [.. Of(shape).Select(c => new ColumnSpec(c.Label, CellType.Code, 20, Required: c.Required))])
        {
            Title = shape.Title, Subline = "一行一条登记。已有同一目录、同一单位登记的，按这一行修改。示例行请删去。",
        };
        IReadOnlyList<object?>[] sample = [["填目录代码", .. shape.Fields.Select(Sample)]];
        return new(spec, sample.ToAsyncEnumerable());
    }

    private static object? Sample(RegisterField field) => field.Shape switch
    {
        FieldShape.Unit => "单位全称、简称或代码",
        FieldShape.Choice => string.Join('、', field.Choices.Take(3).Select(c => c.Value)),
        FieldShape.Day => "2026-01-05",
        FieldShape.Number => "1000",
        _ => "",
    };
}
