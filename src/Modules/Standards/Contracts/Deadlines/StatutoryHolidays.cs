using System.Globalization;

namespace Qingdan.Standards.Contracts.Deadlines;

/// <summary>
/// The holidays fixed by 全国年节及纪念日放假办法 (as amended in 2024: 元旦 1, 春节 4, 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3 days), for years without notice.
/// A holiday on a weekend is made up on another day; which one only the notice says, so it is not counted here. From memory of the rule, its days agree with the notices of 2025 and 2026.
/// </summary>
internal static class StatutoryHolidays
{
    /// <summary>The first year of the days off named here.</summary>
    public const int AsAmendedFrom = 2025;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The holiday on this day, or null; years 2000 to 2099.</summary>
    public static string? NameOf(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "元旦",
        (5, 1 or 2) => "劳动节",
        (10, 1 or 2 or 3) => "国庆节",
        (4, var d) when d == ClearBright(day.Year) => "清明节",
        _ => LunarName(day),
    };

    // 除夕 is the eve of the first day of the first month: it is found by asking what tomorrow is.
    private static string? LunarName(DateOnly day) => day.Year is < 2000 or > 2099 ? null : (LunarDay(day), LunarDay(day.AddDays(1))) switch
    {
        ((1, 1 or 2 or 3), _) or (_, (1, 1)) => "春节",
        ((5, 5), _) => "端午节",
        ((8, 15), _) => "中秋节",
        _ => null,
    };

    /// <summary>Month and day of the lunar year; a leap month counts as 0, it has no holidays.</summary>
    private static (int Month, int Day) LunarDay(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        var (month, leap) = (Lunar.GetMonth(time), Lunar.GetLeapMonth(Lunar.GetYear(time)));
        return (leap == 0 || month < leap ? month : month == leap ? 0 : month - 1, Lunar.GetDayOfMonth(time));
    }

    // The solar term 清明 in the years 2000 to 2099: the usual approximation, which agrees with the notices of 2019 to 2026.
    private static int ClearBright(int year)
    {
        var ofCentury = year % 100;
        return year is < 2000 or > 2099 ? 0 : (int)(ofCentury * 0.2422m + 4.81m) - ofCentury / 4;
    }
}
