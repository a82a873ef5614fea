using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>How a header reads, and how probable it is that a cell is one.</summary>
internal static partial class HeaderText
{
    private const int Longest = 40;

    /// <summary>On one line: blanks between Chinese characters go, others become one space.</summary>
    public static string Clean(string? cell)
    {
        if (CellText.Clean(cell, out _) is not { } text) return "";
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (!char.IsWhiteSpace(text[i])) clean.Append(text[i]);
            else if (text[i - 1] < 0x2e80 && text[i + 1] < 0x2e80 && !char.IsWhiteSpace(text[i + 1])) clean.Append(' ');
        return clean.ToString();
    }

    /// <summary>True for what a header can be: short, no number, no date, no address.</summary>
    public static bool IsLabel(string cell) =>
        cell.Length is > 0 and <= Longest
        && cell.AsSpan().IndexOfAnyExceptInRange('\0', '/') >= 0
        && !decimal.TryParse(cell, NumberStyles.Any, CultureInfo.InvariantCulture, out _)
        && !Value().IsMatch(cell);

    // A date or time, an address of a page or a mailbox, 「编制单位：某局」, a sentence, a code of digits with a few letters.
    [GeneratedRegex(@"^\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2})?|^\d{1,2}:\d{2}|://|@\w+\.|[：:]\S|。|；.*；|^[\dA-Z]*\d{5,}[\dA-Z/-]*$")]
    private static partial Regex Value();
}
