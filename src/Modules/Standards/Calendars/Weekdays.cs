namespace Qingdan.Standards.Calendars;

/// <summary>Chinese names of the days of the week.</summary>
internal static class Weekdays
{
    private static readonly string[] Names = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>Monday first, as the calendar shows them.</summary>
    public static IEnumerable<string> FromMonday => Names[1..].Append(Names[0]);

    /// <summary>周三.</summary>
    public static string Of(DateOnly day) => Names[(int)day.DayOfWeek];
}
