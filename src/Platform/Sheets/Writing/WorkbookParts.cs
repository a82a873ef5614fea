using System.IO.Packaging;
using System.Text;
using DocumentFormat.OpenXml;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>
/// The parts of a workbook, written forward only: each goes to the file as it is made. The SDK's own document class wants to read its package and
/// would keep every part in memory, so the parts are put into a write-only package by hand and only their XML comes from the SDK.
/// </summary>
internal sealed class WorkbookParts(Package package)
{
    private const int LongestName = 31;
    private const string Media = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private readonly List<string> _names = [];

    /// <summary>The names that the sheets got.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Writes the next sheet.</summary>
    public void Sheet(string name, Action<SheetXml> write)
    {
        using var content = Text(name);
        write(new SheetXml(content));
    }

    /// <summary>Writes the next sheet.</summary>
    public async Task Sheet(string name, Func<SheetXml, Task> write)
    {
        await using var content = Text(name);
        await write(new SheetXml(content));
    }

    /// <summary>Writes styles and the workbook itself, after all sheets.</summary>
    /// <param name="defined">Defined names: print titles.</param>
    /// <param name="opens">The sheet shown first.</param>
    public void Finish(IEnumerable<Xlsx.DefinedName> defined, int opens = 0)
    {
        Fill(Part("/xl/styles.xml", "styles+xml"), WorkbookStyles.Sheet());
        var book = Part("/xl/workbook.xml", "sheet.main+xml");
        Fill(book, new Xlsx.Workbook(
            new Xlsx.BookViews(new Xlsx.WorkbookView { ActiveTab = (uint)opens }),
            new Xlsx.Sheets(_names.Select((name, i) => new Xlsx.Sheet { Name = name, SheetId = (uint)i + 1, Id = $"rId{i + 1}" })),
            new Xlsx.DefinedNames(defined),
            // The few formulas count rows: whoever opens the file sees them counted now.
            new Xlsx.CalculationProperties { FullCalculationOnLoad = true }));
        for (var i = 1; i <= _names.Count; i++) book.CreateRelationship(new Uri($"worksheets/sheet{i}.xml", UriKind.Relative), TargetMode.Internal, Relation + "worksheet", $"rId{i}");
        book.CreateRelationship(new Uri("styles.xml", UriKind.Relative), TargetMode.Internal, Relation + "styles", "rIdStyles");
        package.CreateRelationship(new Uri("xl/workbook.xml", UriKind.Relative), TargetMode.Internal, Relation + "officeDocument", "rId1");
    }

    private StreamWriter Text(string name)
    {
        _names.Add(Name(name, _names));
        return new StreamWriter(Part($"/xl/worksheets/sheet{_names.Count}.xml", "worksheet+xml").GetStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024);
    }

    private PackagePart Part(string path, string media) => package.CreatePart(new Uri(path, UriKind.Relative), Media + media, CompressionOption.Fast);

    private static void Fill(PackagePart part, OpenXmlElement root)
    {
        using var content = part.GetStream();
        using var writer = OpenXmlWriter.Create(content);
        writer.WriteStartDocument();
        writer.WriteElement(root);
    }

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
