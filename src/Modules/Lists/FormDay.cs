using System.Globalization;

namespace Qingdan.Lists;

/// <summary>A day as forms and programs write it.</summary>
internal static class FormDay
{
    /// <summary>The day of a field; null when empty or not a day.</summary>
    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
