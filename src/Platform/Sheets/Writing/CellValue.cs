using System.Globalization;
using System.Text;
using System.Xml;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Time;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>Values as texts and numbers, the same in every format.</summary>
internal static class CellValue
{
    // A number of more digits would lose them in Excel.
    private const decimal FirstLost = 1_000_000_000_000_000;

    /// <summary>The value without its background.</summary>
    public static object? Bare(object? value) => value is FilledCell cell ? cell.Value : value;

    /// <summary>The value as text: dates in ISO form, instants in Shanghai's time; never longer than a cell, no character that XML forbids.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => Legal(text),
        bool flag => flag ? "TRUE" : "FALSE",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => LegalDay.Local(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>The number, or null when it is none or has more digits than Excel keeps.</summary>
    public static decimal? Number(object? value)
    {
        decimal? number = value switch
        {
            int n => n,
            long n => n,
            decimal n => n,
            double n when Math.Abs(n) < (double)FirstLost => (decimal)n,
            _ => null,
        };
        return number is { } known && Math.Abs(known) < FirstLost ? number : null;
    }

    /// <summary>Days since 1899-12-30 as Excel counts them; null when it is no date.</summary>
    public static double? Serial(object? value) => value switch
    {
        DateOnly { Year: >= 1901 } day => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber,
        DateTimeOffset { Year: >= 1901 } instant => LegalDay.Local(instant).DateTime.ToOADate(),
        _ => null,
    };

    private static string Legal(string text)
    {
        var i = 0;
        while (i < text.Length && XmlConvert.IsXmlChar(text[i])) i++;
        if (i < text.Length) text = Repair(text);
        return text.Length <= SheetLimits.CellLength ? text : text[..(SheetLimits.CellLength - (char.IsHighSurrogate(text[SheetLimits.CellLength - 1]) ? 1 : 0))];
    }

    private static string Repair(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i])) legal.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) legal.Append(text[i]).Append(text[++i]);
        return legal.ToString();
    }
}
