using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Standards.Contracts.Deadlines;

/// <summary>Counts terms. Pure: the same term, day and calendar give the same date.</summary>
public static class DeadlineCount
{
    /// <summary>The years the calendar can say anything about.</summary>
    public const int FirstYear = 2000, LastYear = 2095;

    /// <summary>The date a term ends.</summary>
    /// <param name="profile">The law.</param>
    /// <param name="timer">One of its terms.</param>
    /// <param name="from">The day of the event.</param>
    /// <param name="extended">Adds the full extension; refused where the law provides none.</param>
    /// <param name="calendar">Working days.</param>
    public static Result<Deadline> Count(RuleProfile profile, RuleTimer timer, DateOnly from, bool extended, WorkingCalendar calendar)
    {
        if (from.Year is < FirstYear or > LastYear)
            return new Fault("standards.deadline.year", "日期应在 {0} 年至 {1} 年之间。", "from", FaultKind.Invalid, $"{FirstYear}", $"{LastYear}");
        if (extended && timer.Extension is null)
            return new Fault("standards.deadline.no-extension", "{0}没有为 {1}（{2}）规定延长。", "extended", FaultKind.Invalid, timer.Anchor.ToString(), timer.Code, timer.To);
        var amount = timer.Amount + (extended ? timer.Extension!.Amount : 0);
        IReadOnlyList<CountedDay> days = timer.Unit switch
        {
            TermUnit.WorkingDays => WorkingDays(from, amount, calendar),
            TermUnit.CalendarDays => CalendarDays(from, amount, calendar),
            _ => [],
        };
        var date = timer.Unit == TermUnit.Years ? from.AddYears(amount) : days is [] ? from : days[^1].Day.Date;
        return new Deadline(profile, timer, from, extended, amount, date, days.Any(d => d.Day.Provisional), days);
    }

    /// <summary>Of several terms on one matter the earliest date counts; between equal dates the higher law is named.</summary>
    public static DecisiveDeadline Decide(IReadOnlyList<Deadline> deadlines)
    {
        var decisive = deadlines.OrderBy(d => d.Date).ThenBy(d => d.Profile.Rank).First();
        var date = decisive.Date.ToString("yyyy-MM-dd", null);
        return new DecisiveDeadline(decisive, deadlines, deadlines.Count == 1
            ? new Sentence("依据{0}，到期日是 {1}。", decisive.Timer.Anchor.ToString(), date)
            : new Sentence("{0} 个期限中取最早的日期 {1}，依据{2}。", deadlines.Count, date, decisive.Timer.Anchor.ToString()));
    }

    private static List<CountedDay> WorkingDays(DateOnly from, int amount, WorkingCalendar calendar)
    {
        var days = new List<CountedDay>();
        for (var (day, number) = (from.AddDays(1), 0); number < amount; day = day.AddDays(1))
        {
            var status = calendar.On(day);
            days.Add(new CountedDay(status, status.Works ? ++number : null));
        }
        return days;
    }

    private static List<CountedDay> CalendarDays(DateOnly from, int amount, WorkingCalendar calendar)
    {
        List<CountedDay> days = [.. Enumerable.Range(1, amount).Select(i => new CountedDay(calendar.On(from.AddDays(i)), i))];
        while (amount > 0 && !days[^1].Day.Works) days.Add(new CountedDay(calendar.On(days[^1].Day.Date.AddDays(1)), null));
        return days;
    }
}

/// <summary>The term that decides among several, and why.</summary>
public sealed record DecisiveDeadline(Deadline Decisive, IReadOnlyList<Deadline> All, Sentence Why);
