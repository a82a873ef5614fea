using System.Globalization;

namespace Qingdan.Platform.Time;

/// <summary>Reads a day as people and portals write it: 2023-06-17, 2023/6/17 10:22:05, 2023年6月17日, 20230617, 2023.6 (the first day of the month), milliseconds since 1970.</summary>
public static class DayText
{
    /// <summary>The years that data speaks of; what people type today is held to <see cref="TypedDay"/>.</summary>
    public const int FirstYear = 1900, LastYear = 2100;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-MM-dd HH:mm:ss", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm",
        "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy年M月d日 H:mm", "yyyy-M", "yyyy年M月", "yyyy.M", "yyyy/M",
    ];

    // With a zone it is an instant, and its day is the one in Shanghai.
    private static readonly string[] Instants = ["yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", "yyyy-MM-ddTHH:mm:sszzz"];

    /// <summary>The day as yyyy-MM-dd, or null when it is none.</summary>
    public static string? Read(string text)
    {
        if (text.Length == 10 && text[4] == '-' && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain)) return InRange(plain) ? text : null;
        if (text.Length == 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return Iso(LegalDay.Of(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)));
        if (text.Contains('T') && DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out var instant))
            return Iso(LegalDay.Of(instant));
        return DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local) ? Iso(DateOnly.FromDateTime(local)) : null;
    }

    private static string? Iso(DateOnly day) => InRange(day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static bool InRange(DateOnly day) => day.Year is >= FirstYear and <= LastYear;
}
