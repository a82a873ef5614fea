using System.IO.Packaging;

using Qingdan.Platform.Sheets.Writing;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace Qingdan.Platform.Sheets.Forms;

/// <summary>Writes a 填报工作簿. Rows are streamed.</summary>
public static class FormWorkbook
{
    /// <summary>Most rows that a form is prefilled with.</summary>
    public const int MostRows = 300_000;

    /// <summary>Writes the whole workbook; <paramref name="target"/> must be seekable.</summary>
    public static async Task Write(Stream target, FormSpec spec, IReadOnlyList<FormRow> rows, CancellationToken cancel)
    {
        using var package = Package.Open(target, FileMode.Create, FileAccess.Write);
        var parts = new WorkbookParts(package);
        var codes = new FormCodes(spec.Columns);
        await Task.Run(() =>
        {
            parts.Sheet(FormLayout.Cover, w => new FormCover(w, spec, rows).Write());
            parts.Sheet(FormLayout.Guide, w => new FormGuide(w, spec).Write());
            parts.Sheet(FormLayout.Table, w => new FormTable(w, spec, codes).Write(rows, cancel));
            parts.Sheet(FormLayout.Example, w => new FormTable(w, spec, codes).WriteExample());
            parts.Sheet(FormLayout.Codes, codes.Write);
        }, cancel);
        parts.Finish(
            [
                Titles(FormLayout.Table, 2, $"$B:$E,'{FormLayout.Table}'!$4:${FormLayout.NumberRow}"), Titles(FormLayout.Example, 3, $"$B:$E,'{FormLayout.Example}'!$4:${FormLayout.NumberRow}"),
                Titles(FormLayout.Guide, 1, $"${spec.Guide.Count + 1}:${spec.Guide.Count + 1}"),
            ], opens: 2);
    }

    private static Xlsx.DefinedName Titles(string sheet, int place, string rows) => new($"'{sheet}'!{rows}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)place };
}
