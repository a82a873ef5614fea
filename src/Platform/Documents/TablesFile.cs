using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Platform.Documents;

/// <summary>
/// Writes a cover and tables as .docx: the cover upright on A4, the tables across, on A4 or, when they are broad, on A3; heads repeat on every page, pages are numbered.
/// Held in memory while it is written: the caller bounds the rows.
/// </summary>
public static class TablesFile
{
    // More columns than these cannot be read on A4.
    private const int MostOnA4 = 8;

    // In twentieths of a point.
    private const int A4Short = 11906, A4Long = 16838, A3Long = 23811, Margin = 1134, Cell = 80;

    // Half points.
    private const int TitleSize = 44, FactSize = 28, HeadingSize = 32, TextSize = 21, BroadSize = 15;

    // A column is as broad as its texts are long, within these, by rows of the beginning.
    private const int Sampled = 200, Narrowest = 5, Broadest = 40;

    /// <summary>Writes it.</summary>
    public static void Write(TablesDocument document, Stream target)
    {
        using var file = WordprocessingDocument.Create(target, WordprocessingDocumentType.Document);
        var main = file.AddMainDocumentPart();
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Center }), new SimpleField { Instruction = "PAGE" }));
        var body = new Body(Centred(document.Title, TitleSize, before: 1600, after: 800));
        foreach (var (head, text) in document.Facts) body.Append(Fact(head, text));
        foreach (var table in document.Tables)
        {
            // What stands before it ends with the section before.
            body.Append(new Paragraph(new ParagraphProperties(Section(body.Elements<Table>().Any() ? document.Tables[body.Elements<Table>().Count() - 1] : null, null))));
            body.Append(Centred(table.Title, HeadingSize, before: 0, after: 120));
            if (table.Note.Length > 0) body.Append(Centred(table.Note, TextSize, before: 0, after: 120));
            body.Append(Grid(table));
        }
        body.Append(Section(document.Tables.Count > 0 ? document.Tables[^1] : null, main.GetIdOfPart(footer)));
        foreach (var section in body.Descendants<SectionProperties>().Where(s => s.GetFirstChild<FooterReference>() is null)) section.PrependChild(new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) });
        main.Document = new Document(body);
    }

    private static bool Broad(DocumentTable table) => table.Heads.Count > MostOnA4;

    private static SectionProperties Section(DocumentTable? table, string? footer)
    {
        var (width, height) = table is null ? (A4Short, A4Long) : Broad(table) ? (A3Long, A4Long) : (A4Long, A4Short);
        var size = new PageSize { Width = (uint)width, Height = (uint)height, Orient = table is null ? PageOrientationValues.Portrait : PageOrientationValues.Landscape };
        var section = new SectionProperties(new SectionType { Val = SectionMarkValues.NextPage }, size, new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 567, Footer = 567, Gutter = 0 });
        if (footer is not null) section.PrependChild(new FooterReference { Type = HeaderFooterValues.Default, Id = footer });
        return section;
    }

    private static Table Grid(DocumentTable table)
    {
        var (size, widths) = (Broad(table) ? BroadSize : TextSize, Widths(table));
        var grid = new Table(
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TopMargin { Width = $"{Cell / 2}", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = Cell, Type = TableWidthValues.Dxa }, new BottomMargin { Width = $"{Cell / 2}", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = Cell, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        grid.Append(Row(table.Heads, widths, size, head: true));
        foreach (var row in table.Rows) grid.Append(Row(row, widths, size, head: false));
        return grid;
    }

    private static TableRow Row(IReadOnlyList<string> cells, int[] widths, int size, bool head)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (head) properties.Append(new TableHeader());
        var row = new TableRow(properties);
        for (var i = 0; i < widths.Length; i++)
            row.Append(new TableCell(
                new TableCellProperties(new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa }),
                new Paragraph(new ParagraphProperties(new Justification { Val = head ? JustificationValues.Center : JustificationValues.Left }), Run(cells[i], size, head))));
        return row;
    }

    private static int[] Widths(DocumentTable table)
    {
        var weights = table.Heads.Select((head, i) => Math.Clamp(Math.Max(Length(head), table.Rows.Take(Sampled).Select(r => Length(r[i])).DefaultIfEmpty().Average()), Narrowest, Broadest)).ToArray();
        var (all, room) = (weights.Sum(), (Broad(table) ? A3Long : A4Long) - (2 * Margin));
        return Array.ConvertAll(weights, w => (int)(room * w / all));
    }

    // In Chinese characters, of which a Latin one is half.
    private static double Length(string text) => text.Sum(c => c < 0x2e80 ? 0.5 : 1);

    private static Paragraph Centred(string text, int size, int before, int after) => new(
        new ParagraphProperties(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" }, new Justification { Val = JustificationValues.Center }), Run(text, size, bold: false, size >= HeadingSize));

    private static Paragraph Fact(string head, string text) => new(
        new ParagraphProperties(new SpacingBetweenLines { After = "120" }, new Indentation { Left = "1700", Hanging = "1700" }), Run($"{head}：", FactSize, bold: true), Run(text, FactSize, bold: false));

    private static Run Run(string text, int size, bool bold, bool title = false)
    {
        var properties = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = title ? "方正小标宋简体" : "仿宋" });
        if (bold) properties.Append(new Bold());
        properties.Append(new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        var run = new Run(properties);
        // As cells of a workbook: no character that XML forbids.
        foreach (var (line, place) in CellValue.Text(text).ReplaceLineEndings("\n").Split('\n').Select((l, i) => (l, i)))
        {
            if (place > 0) run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }
}
