using System.Globalization;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Import.Receiving;

/// <summary>
/// Looks through a whole file for marks of secrets before it is stored anywhere: all sheets, hidden ones too, and the rows above the header,
/// where marks usually stand (政务数据共享条例 3; ADR 0003).
/// </summary>
internal static class MarkScan
{
    private const int MostNamed = 20;
    private static readonly SheetColumn[] AllColumns = [.. Enumerable.Range(0, SheetLimits.Columns).Select(i => new SheetColumn(i, i, $"{i}", $"{i}"))];

    /// <summary>The refusal, which names rows and no content; null when there is no mark. The count is for the audit log.</summary>
    public static (Fault? Refusal, int Marks) Look(Stream stream, string name, SheetInspection inspection)
    {
        var places = new List<string>();
        var count = ClassificationMarks.Find(Path.GetFileNameWithoutExtension(name)) is null ? 0 : 1;
        foreach (var sheet in inspection.Sheets)
            foreach (var row in SheetFile.Read(stream, Whole(stream, name, inspection.Choice, sheet.Name)))
            {
                if (!Marked(row)) continue;
                count++;
                if (places.Count < MostNamed) places.Add(Place(sheet.Name, row.Number, inspection.Sheets.Count > 1));
            }
        if (count == 0) return (null, 0);
        var fault = places.Count == 0
            ? new Fault("catalog.import.classified", "文件名带密级标志，文件没有保存。国家秘密和工作秘密不得进入本系统，请按保密规定处理；确属误标的，改名后再重新上传。", "file")
            : new Fault(
                "catalog.import.classified", "文件里有 {0} 处带密级标志（行号：{1}），整个文件没有保存。国家秘密和工作秘密不得进入本系统，请按保密规定处理；删去这些行，或去掉确属误标的标志后，再重新上传。",
                "file", FaultKind.Invalid, count, string.Join(' ', places) + (count > places.Count ? " …" : ""));
        return (fault, count);
    }

    private static SheetChoice Whole(Stream stream, string name, SheetChoice choice, string sheet) => choice.Format switch
    {
        SheetFormat.Json when SheetFile.Inspect(stream, name, sheet).TryGet(out var other) => other.Choice,
        SheetFormat.Json or SheetFormat.Ndjson => choice,
        _ => choice with { Sheet = sheet.Length == 0 ? choice.Sheet : sheet, HeaderRow = 0, Columns = AllColumns },
    };

    private static bool Marked(SheetRow row)
    {
        foreach (var cell in row.Cells)
            if (ClassificationMarks.Find(cell) is not null) return true;
        return false;
    }

    // As a formula names a cell's sheet: the same in every language.
    private static string Place(string sheet, int row, bool several) => string.Create(CultureInfo.InvariantCulture, $"{(several ? $"{sheet}!" : "")}{row}");
}
