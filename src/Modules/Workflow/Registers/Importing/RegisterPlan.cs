using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Registers.Importing;

/// <summary>What would become of a row.</summary>
public enum RowFate
{
    /// <summary>新增.</summary>
    New,

    /// <summary>修改: there is a row of this resource and unit.</summary>
    Changed,

    /// <summary>已有，相同.</summary>
    Same,

    /// <summary>有问题: not taken.</summary>
    Faulty,
}

/// <summary>A row of a workbook as it was understood.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Resource">Name of its resource; its code where that is of nothing published.</param>
/// <param name="ResourceId">0 where there is none.</param>
/// <param name="Id">The row that it changes or stands for already; 0 for a new one.</param>
/// <param name="Edit">That row's number when it was read.</param>
/// <param name="Faults">What is wrong with its cells.</param>
public sealed record PlannedRow(int Row, string Resource, long ResourceId, string Unit, RegisterDraft Draft, RowFate Fate, long Id, int Edit, IReadOnlyList<CellFault> Faults);

/// <summary>A workbook as it was read.</summary>
/// <param name="Rows">In their order.</param>
/// <param name="Lines">Its rows of data with what is to be said of them, for the receipt.</param>
public sealed record RegisterPlan(IReadOnlyList<PlannedRow> Rows, IReadOnlyList<(SheetRow Row, IReadOnlyList<CellFault> Faults)> Lines)
{
    /// <summary>How many would become so.</summary>
    public int Count(RowFate fate) => Rows.Count(r => r.Fate == fate);
}

/// <summary>How the fates are shown.</summary>
internal static class FateWords
{
    public static string Text(this RowFate fate) => fate switch
    {
        RowFate.New => "新增",
        RowFate.Changed => "修改已有登记",
        RowFate.Same => "已有，相同",
        _ => "有问题，不收",
    };

    public static Tone Tone(this RowFate fate) => fate switch
    {
        RowFate.New or RowFate.Changed => Platform.Web.Tone.Ok,
        RowFate.Same => Platform.Web.Tone.Idle,
        _ => Platform.Web.Tone.Bad,
    };
}

/// <summary>A workbook in the list.</summary>
public sealed record RegisterImportRow(long Id, string FileName, string Person, DateTimeOffset At, bool Taken, int Entered, int Changed);

/// <summary>The page of the workbooks of a register, or of one of them.</summary>
/// <param name="Path">Of the register.</param>
/// <param name="Last">The last ones.</param>
/// <param name="Shown">The one that is looked at; null for none.</param>
public sealed record RegisterImportsView(string Path, IReadOnlyList<RegisterImportRow> Last, ShownRegisterImport? Shown);

/// <summary>A workbook with what would become of it.</summary>
public sealed record ShownRegisterImport(long Id, int Edit, string FileName, bool Taken, int Entered, int Changed, RegisterPlan Plan);
