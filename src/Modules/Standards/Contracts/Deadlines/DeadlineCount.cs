using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Standards.Contracts.Deadlines;

/// <summary>Counts terms. Pure: the same term, day and calendar give the same date.</summary>
public static class DeadlineCount
{
    /// <summary>The years the calendar can say anything about.</summary>
    public const int FirstYear = TypedDay.FirstYear, LastYear = TypedDay.LastYear;

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

    /// <summary>
    /// Of several terms on one matter the earliest date counts; between equal dates the higher law is named.
    /// A law that was not in force on the day of the event counts only when no other was.
    /// </summary>
    /// <param name="deadlines">The terms that apply.</param>
    /// <param name="leftOut">Why others do not.</param>
    public static DecisiveDeadline Decide(IReadOnlyList<Deadline> deadlines, IReadOnlyList<Sentence>? leftOut = null)
    {
        var inForce = deadlines.Where(d => !d.BeforeLaw).ToList();
        var counting = inForce.Count > 0 ? inForce : deadlines;
        var ordered = counting.OrderBy(d => d.Date).ThenBy(d => d.Profile.Rank).ToList();
        var date = ordered[0].Date.ToString("yyyy-MM-dd", null);
        var anchor = ordered[0].Timer.Anchor.ToString();
        return new DecisiveDeadline(ordered[0], [.. ordered.Skip(1)], [.. leftOut ?? [], .. deadlines.Except(counting).Select(d => d.NotYet)], counting.Count == 1
            ? new Sentence("依据{0}，到期日是 {1}。", anchor, date)
            : new Sentence("{0} 个期限中取最早的日期 {1}，依据{2}。", counting.Count, date, anchor));
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
/// <param name="Decisive">Its date counts.</param>
/// <param name="Others">The later ones, earliest first.</param>
/// <param name="LeftOut">Which laws do not count, and why.</param>
/// <param name="Why">Which law decides.</param>
public sealed record DecisiveDeadline(Deadline Decisive, IReadOnlyList<Deadline> Others, IReadOnlyList<Sentence> LeftOut, Sentence Why);
