using System.IO.Packaging;
using DocumentFormat.OpenXml;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>
/// Writes a workbook forward only: each part goes to the file as it is made. The SDK's own document class wants to read its package and
/// would keep every part in memory, so the parts are put into a write-only package by hand and only their XML comes from the SDK.
/// </summary>
internal static class WorkbookTable
{
    private const int LongestName = 31;
    private const string Media = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public static async Task Write(Stream target, IReadOnlyList<SheetTable> sheets, CancellationToken cancel)
    {
        using var package = Package.Open(target, FileMode.Create, FileAccess.Write);
        var names = new List<string>();
        foreach (var sheet in sheets)
        {
            names.Add(Name(sheet.Spec.Name, names));
            await using var content = Part(package, $"/xl/worksheets/sheet{names.Count}.xml", "worksheet+xml").GetStream();
            using var writer = OpenXmlWriter.Create(content);
            await new WorksheetTable(writer, sheet.Spec).Write(sheet.Rows, cancel);
        }
        Fill(Part(package, "/xl/styles.xml", "styles+xml"), WorkbookStyles.Sheet());
        var book = Part(package, "/xl/workbook.xml", "sheet.main+xml");
        Fill(book, new Xlsx.Workbook(
            new Xlsx.Sheets(names.Select((name, i) => new Xlsx.Sheet { Name = name, SheetId = (uint)i + 1, Id = $"rId{i + 1}" })),
            new Xlsx.DefinedNames(sheets.Select((sheet, i) => PrintTitles(sheet.Spec, names[i], i)))));
        for (var i = 1; i <= names.Count; i++) book.CreateRelationship(new Uri($"worksheets/sheet{i}.xml", UriKind.Relative), TargetMode.Internal, Relation + "worksheet", $"rId{i}");
        book.CreateRelationship(new Uri("styles.xml", UriKind.Relative), TargetMode.Internal, Relation + "styles", "rIdStyles");
        package.CreateRelationship(new Uri("xl/workbook.xml", UriKind.Relative), TargetMode.Internal, Relation + "officeDocument", "rId1");
    }

    private static PackagePart Part(Package package, string path, string media) =>
        package.CreatePart(new Uri(path, UriKind.Relative), Media + media, CompressionOption.Fast);

    private static void Fill(PackagePart part, OpenXmlElement root)
    {
        using var content = part.GetStream();
        using var writer = OpenXmlWriter.Create(content);
        writer.WriteStartDocument();
        writer.WriteElement(root);
    }

    // The title's rows and the header are printed on top of every page.
    private static Xlsx.DefinedName PrintTitles(SheetSpec spec, string name, int place) =>
        new($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!$1:${WorksheetTable.HeaderRow(spec)}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)place };

    // No []:*?/\ , no apostrophe at the ends, at most 31 characters, none twice.
    private static string Name(string wanted, List<string> taken)
    {
        var clean = string.Concat(CellValue.Text(wanted).Select(c => "[]:*?/\\'\n\r\t".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim();
        if (clean.Length == 0) clean = "Sheet";
        var name = Cut(clean, LongestName);
        for (var n = 2; taken.Contains(name, StringComparer.OrdinalIgnoreCase); n++) name = Cut(clean, LongestName - 5) + $" ({n})";
        return name;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - (char.IsHighSurrogate(text[most - 1]) ? 1 : 0))];
}
