using Qingdan.Standards.Contracts.Deadlines;

namespace Qingdan.Workflow.Clocks;

/// <summary>A day of a running clock.</summary>
/// <param name="Day">The day and what it is.</param>
/// <param name="Number">Its number in the count; null when it does not count.</param>
/// <param name="Paused">It does not count since the clock stood still.</param>
internal sealed record ClockDay(CalendarDay Day, int? Number, bool Paused);

/// <summary>
/// Counts a clock with its pauses. Pure. The day of an event does not count, the next is the first (民法典 201); neither do days on which the clock stood still.
/// A count in calendar days that ends on a day off goes on to the next working day (民法典 203).
/// </summary>
internal static class ClockCount
{
    /// <summary>Each day from the first to the last; empty while a pause lasts, and for what is owed at once.</summary>
    public static IReadOnlyList<ClockDay> Days(DateOnly started, int amount, bool workingDays, IReadOnlyCollection<(DateOnly From, DateOnly? To)> pauses, WorkingCalendar calendar)
    {
        if (pauses.Any(p => p.To is null)) return [];
        var (days, number) = (new List<ClockDay>(), 0);
        for (var day = started.AddDays(1); number < amount || (amount > 0 && !workingDays && !days[^1].Day.Works); day = day.AddDays(1))
        {
            var status = calendar.On(day);
            var paused = pauses.Any(p => p.From < day && day <= p.To);
            days.Add(new ClockDay(status, number < amount && !paused && (status.Works || !workingDays) ? ++number : null, paused));
        }
        return days;
    }

    /// <summary>Working days from the day after one to another: how many are left, or, negative, how many it is late.</summary>
    public static int Left(DateOnly today, DateOnly due, WorkingCalendar calendar) => calendar.Between(today, due);
}
