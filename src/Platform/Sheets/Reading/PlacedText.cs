using System.Text.RegularExpressions;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>A text somewhere in a file.</summary>
/// <param name="Sheet">The sheet, or the JSON array of objects; empty for a text or a JSON document as a whole.</param>
/// <param name="Row">Number of the row, record or element as a person sees it; 0 for what stands in none.</param>
/// <param name="Text">The text, cleaned as a cell is but never cut.</param>
public readonly partial record struct PlacedText(string Sheet, int Row, string Text)
{
    internal static IEnumerable<PlacedText> Of(string sheet, RawRow row)
    {
        foreach (var cell in row.Cells)
            if (CellText.Whole(cell, out _) is { } text) yield return new(sheet, row.Number, text);
    }

    /// <summary>What is printed above and below a sheet: &amp;L, &amp;C and &amp;R part left, middle and right; other codes are fonts and sizes.</summary>
    internal static PlacedText Printed(string sheet, string text) => new(sheet, 0, PrintCode().Replace(text, "\n"));

    [GeneratedRegex("""&("[^"]*"|\d+|[A-Z])""", RegexOptions.IgnoreCase)]
    private static partial Regex PrintCode();
}
