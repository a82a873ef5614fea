using Qingdan.Platform.Time;

namespace Qingdan.Standards.Contracts.Deadlines;

/// <summary>What kind of day a day is.</summary>
public enum DayKind
{
    /// <summary>工作日.</summary>
    Workday,

    /// <summary>周末.</summary>
    Weekend,

    /// <summary>放假: a day off by notice or by statute.</summary>
    Holiday,

    /// <summary>补班: a weekend day worked by notice.</summary>
    MakeUp,
}

/// <summary>One day of the calendar.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Holiday">Name of the holiday that makes it a day off or a make-up day.</param>
/// <param name="Provisional">暂计: the State Council's notice for its year is not known yet.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string? Holiday, bool Provisional)
{
    /// <summary>True when the day counts as a working day.</summary>
    public bool Works => Kind is DayKind.Workday or DayKind.MakeUp;
}

/// <summary>A day on which a notice departs from the week.</summary>
/// <param name="Works">True for a make-up day, false for a day off.</param>
/// <param name="Holiday">Name of the holiday.</param>
public sealed record CalendarException(bool Works, string Holiday);

/// <summary>
/// 工作日历: weekends, the statutory holidays and the State Council's yearly notices. For a year without notice the day is provisional.
/// </summary>
/// <param name="announced">Years whose notice is known.</param>
/// <param name="exceptions">Days off and make-up days by notice, or entered by the authority.</param>
public sealed class WorkingCalendar(IReadOnlySet<int> announced, IReadOnlyDictionary<DateOnly, CalendarException> exceptions)
{
    /// <summary>True when the notice for the year is known.</summary>
    public bool IsAnnounced(int year) => announced.Contains(year);

    /// <summary>True when something is said about the day itself, by a notice or by hand.</summary>
    public bool IsEntered(DateOnly day) => exceptions.ContainsKey(day);

    /// <summary>True when the day counts as a working day.</summary>
    public bool IsWorkingDay(DateOnly day) => On(day).Works;

    /// <summary>Working days after one day up to another; negative when the other has passed. Counted no farther than days can be meant: what is beyond is no nearer than that.</summary>
    public int Between(DateOnly after, DateOnly to)
    {
        if (to < after) return -Between(to, after);
        var (days, last) = (0, to < TypedDay.Last ? to : TypedDay.Last);
        for (var day = after < TypedDay.First ? TypedDay.First : after; day < last;)
            if (IsWorkingDay(day = day.AddDays(1))) days++;
        return days;
    }

    /// <summary>What the day is and why.</summary>
    public CalendarDay On(DateOnly day)
    {
        var provisional = !IsAnnounced(day.Year);
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (exceptions.TryGetValue(day, out var exception))
            return new CalendarDay(day, exception.Works ? weekend ? DayKind.MakeUp : DayKind.Workday : DayKind.Holiday, exception.Holiday, false);
        // A statutory day off stays one whatever was entered; before 2025 there were fewer of them, and the notices of those years are known.
        if ((provisional || day.Year >= StatutoryHolidays.AsAmendedFrom) && StatutoryHolidays.NameOf(day) is { } holiday) return new CalendarDay(day, DayKind.Holiday, holiday, provisional);
        return new CalendarDay(day, weekend ? DayKind.Weekend : DayKind.Workday, null, provisional);
    }

    /// <summary>All days of a year.</summary>
    public IReadOnlyList<CalendarDay> Year(int year) =>
        [.. Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => On(new DateOnly(year, 1, 1).AddDays(i)))];
}
