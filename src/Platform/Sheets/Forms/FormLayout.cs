namespace Qingdan.Platform.Sheets.Forms;

/// <summary>Where things stand in the table of a 填报工作簿, for whoever writes and whoever reads it.</summary>
public static class FormLayout
{
    public const string Cover = "报送表", Guide = "填报说明", Table = "填报表", Example = "示例", Codes = "代码表";

    /// <summary>Header of the hidden first column.</summary>
    public const string RowId = "行标识（请勿改动）";

    /// <summary>Header of the column that says what is new.</summary>
    public const string Change = "较上年";

    /// <summary>Header of the column of reasons in a receipt.</summary>
    public const string Reasons = "退回原因";

    /// <summary>What 较上年 may say.</summary>
    public static IReadOnlyList<string> Changes { get; } = ["未变", "变更", "新增", "删除"];

    /// <summary>The last row of the header: column numbers.</summary>
    internal const int NumberRow = 6;

    /// <summary>序号 and 较上年, after the hidden column.</summary>
    internal const int Lead = 3;
}
