using Qingdan.Standards.Contracts.Deadlines;

namespace Qingdan.Standards.Calendars;

/// <summary>A year as its page shows it.</summary>
/// <param name="Year">All days.</param>
/// <param name="Today">Today in Shanghai.</param>
/// <param name="Editable">The reader may change days.</param>
/// <param name="Day">The day being changed, or null.</param>
/// <param name="Form">What its form says.</param>
/// <param name="Notice">A refused notice number, as it was typed.</param>
public sealed record CalendarView(YearAnswer Year, DateOnly Today, bool Editable, DayAnswer? Day, DayForm Form, string? Notice)
{
    /// <summary>The holidays of the year with their days in short.</summary>
    public IReadOnlyList<HolidayView> Holidays =>
        [.. from day in Year.Days
            where day.Holiday is not null
            group day by day.Holiday into holiday
            select new HolidayView(holiday.Key, Short(holiday.Where(d => d.Kind == DayKind.Holiday)), Short(holiday.Where(d => d.Kind == DayKind.MakeUp)))];

    private static string Short(IEnumerable<DayAnswer> days)
    {
        var runs = new List<(DateOnly First, DateOnly Last)>();
        foreach (var date in days.Select(d => d.Date))
            if (runs.Count > 0 && runs[^1].Last.AddDays(1) == date) runs[^1] = (runs[^1].First, date);
            else runs.Add((date, date));
        return string.Join("、", runs.Select(r => r.First == r.Last ? $"{r.First:MM-dd}" : $"{r.First:MM-dd} – {r.Last:MM-dd}"));
    }
}

/// <summary>One holiday: days off and make-up days.</summary>
public sealed record HolidayView(string Name, string Off, string Work);
