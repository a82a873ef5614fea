using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>The styles of all our workbooks; a cell names its style by number.</summary>
internal static class WorkbookStyles
{
    public const uint Title = 1, Subline = 2, Header = 3, RequiredHeader = 4, Left = 5, Number = 6, Label = 7, Strong = 8;

    // After those above: for each type a style with each background.
    private const uint FirstCell = 9;
    private const uint Fills = 5;
    private const uint DateTimeStyle = 4;

    // Formats below 164 are Excel's own: 0 is General, 49 is text (@).
    private const uint DayFormat = 164, InstantFormat = 165;

    public static uint Cell(CellType type, CellFill fill) => FirstCell + (uint)type * Fills + (uint)fill;

    public static uint Instant(CellFill fill) => FirstCell + DateTimeStyle * Fills + (uint)fill;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy-mm-dd" },
            new NumberingFormat { NumberFormatId = InstantFormat, FormatCode = "yyyy-mm-dd hh:mm" }),
        new Fonts(Font(11), Font(18, bold: true), Font(10), Font(11, bold: true), Font(11, bold: true, color: "FFC00000"), Font(9, color: "FF595959")),
        new Fills(
            // Excel takes the first two as given, whatever stands here.
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFE8EEF7"), Solid("FFFFC7CE"), Solid("FFFFEB9C"), Solid("FFDDEBF7"), Solid("FFF2F2F2")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats([new CellFormat(), .. Heads(), .. Cells()]));

    private static IEnumerable<OpenXmlElement> Heads() =>
    [
        Format(0, font: 1, border: 0, align: HorizontalAlignmentValues.Center),
        Format(0, font: 2, border: 0, align: HorizontalAlignmentValues.Center),
        Format(0, font: 3, fill: 2, align: HorizontalAlignmentValues.Center),
        Format(0, font: 4, fill: 2, align: HorizontalAlignmentValues.Center),
        Format(0, font: 0, border: 0, align: HorizontalAlignmentValues.Left),
        Format(0, font: 5, fill: 2, align: HorizontalAlignmentValues.Center),
        Format(0, font: 0, align: HorizontalAlignmentValues.Center),
        Format(0, font: 3, border: 0, align: HorizontalAlignmentValues.Left),
    ];

    // In the order of CellType, instants last; fills from 3 on are those of CellFill.
    private static IEnumerable<OpenXmlElement> Cells() =>
        from format in new uint[] { 0, 49, 0, DayFormat, InstantFormat }
        from fill in new uint[] { 0, 3, 4, 5, 6 }
        select Format(format, fill: fill);

    private static CellFormat Format(uint number, uint font = 0, uint fill = 0, uint border = 1, HorizontalAlignmentValues? align = null) =>
        new(new Alignment { WrapText = true, Vertical = align is null ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center, Horizontal = align ?? HorizontalAlignmentValues.General })
        {
            NumberFormatId = number, FontId = font, FillId = fill, BorderId = border,
            ApplyNumberFormat = number != 0, ApplyFont = font != 0, ApplyFill = fill != 0, ApplyBorder = border != 0, ApplyAlignment = true,
        };

    private static Font Font(double size, bool bold = false, string? color = null)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        if (color is not null) font.Append(new Color { Rgb = color });
        font.Append(new FontName { Val = "宋体" });
        return font;
    }

    private static Fill Solid(string color) => new(new PatternFill(new ForegroundColor { Rgb = color }) { PatternType = PatternValues.Solid });

    private static Border Thin() => new(
        new LeftBorder(new Color { Rgb = "FFBFBFBF" }) { Style = BorderStyleValues.Thin }, new RightBorder(new Color { Rgb = "FFBFBFBF" }) { Style = BorderStyleValues.Thin },
        new TopBorder(new Color { Rgb = "FFBFBFBF" }) { Style = BorderStyleValues.Thin }, new BottomBorder(new Color { Rgb = "FFBFBFBF" }) { Style = BorderStyleValues.Thin });
}
