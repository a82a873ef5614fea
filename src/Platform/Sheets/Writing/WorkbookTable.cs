using System.IO.Packaging;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>Writes a workbook of flat tables.</summary>
internal static class WorkbookTable
{
    public static async Task Write(Stream target, IReadOnlyList<SheetTable> sheets, CancellationToken cancel)
    {
        using var package = Package.Open(target, FileMode.Create, FileAccess.Write);
        var parts = new WorkbookParts(package);
        foreach (var sheet in sheets) await parts.Sheet(sheet.Spec.Name, writer => new WorksheetTable(writer, sheet.Spec).Write(sheet.Rows, cancel));
        parts.Finish(sheets.Select((sheet, i) => PrintTitles(sheet.Spec, parts.Names[i], i)));
    }

    // The title's rows and the header are printed on top of every page.
    private static Xlsx.DefinedName PrintTitles(SheetSpec spec, string name, int place) =>
        new($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!$1:${WorksheetTable.HeaderRow(spec)}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)place };
}
