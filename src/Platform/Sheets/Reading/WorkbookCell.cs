using System.Globalization;
using ExcelDataReader;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>A workbook's cell as text: dates in ISO form, numbers in full.</summary>
internal static class WorkbookCell
{
    // Excel keeps 15 significant digits.
    private const double FirstLost = 1e15;

    public static string? Text(IExcelDataReader reader, int column, out CellMarkKind? mark)
    {
        mark = null;
        switch (reader.GetValue(column))
        {
            case null: return null;
            case string text: return text;
            case bool flag: return flag ? "TRUE" : "FALSE";
            case DateTime instant: return Date(instant);
            case TimeSpan time: return time.ToString(time.Days == 0 ? @"hh\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
            case int number: return number.ToString(CultureInfo.InvariantCulture);
            case double number: return Number(number, reader.GetNumberFormatIndex(column), reader.GetNumberFormatString(column), out mark);
            case var other: return Convert.ToString(other, CultureInfo.InvariantCulture);
        }
    }

    private static string Date(DateTime instant) =>
        instant.ToString(instant.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A day or an hour by the count of days since 1900; null beyond what a calendar holds.</summary>
    public static string? Day(double serial)
    {
        if (serial is < 0 or >= 2_958_466) return null;
        if (serial < 1) return TimeSpan.FromSeconds(Math.Round(serial * 86_400)).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
        // Excel counts a 29 February 1900 that never was.
        return Date(DateTime.FromOADate(serial < 60 ? serial + 1 : serial));
    }

    /// <summary>A number in full, as its format shows it.</summary>
    public static string Number(double number, int formatIndex, string? format, out CellMarkKind? mark)
    {
        mark = Math.Abs(number) >= FirstLost ? CellMarkKind.DigitsLost : null;
        if (IsChineseDate(formatIndex, number)) return Date(DateTime.FromOADate(number));
        if (Math.Abs(number) is >= 1e28 or (> 0 and < 1e-12) || !double.IsFinite(number)) return number.ToString("R", CultureInfo.InvariantCulture);
        // The conversion rounds to the 15 digits that Excel shows.
        var text = ((decimal)number).ToString(CultureInfo.InvariantCulture);
        // A format of zeros (000000) shows codes with their leading zeros.
        return format is { Length: > 1 } && format.Trim('0').Length == 0 && number >= 0 && number == Math.Floor(number) ? text.PadLeft(format.Length, '0') : text;
    }

    // Formats 27-31, 36, 50-54, 57 and 58 are dates in Chinese Excel only, and stand in no file. ECMA-376-1 §18.8.30.
    private static bool IsChineseDate(int format, double number) =>
        format is (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 && number is >= 1 and < 2_958_466;
}
