using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Standards.Contracts.Deadlines;

/// <summary>期限: a date with the law it follows from and how it was counted.</summary>
/// <param name="Profile">The rule profile.</param>
/// <param name="Timer">The term.</param>
/// <param name="From">The day of the event; it does not count itself (民法典 201).</param>
/// <param name="Extended">True when the full extension is added.</param>
/// <param name="Amount">Units in all, the extension included.</param>
/// <param name="Date">The last day; for retention the first day after which the record may go.</param>
/// <param name="Provisional">暂计: a day on the way belongs to a year without notice.</param>
/// <param name="Days">Each day from the one after the event to the last; empty for years and for 立即.</param>
public sealed record Deadline(
    RuleProfile Profile, RuleTimer Timer, DateOnly From, bool Extended, int Amount, DateOnly Date, bool Provisional, IReadOnlyList<CountedDay> Days)
{
    /// <summary>How it was counted, in a sentence.</summary>
    public Sentence How => Timer.Unit switch
    {
        TermUnit.WorkingDays => new("{0} 起因，次日起算，第 {1} 个工作日是 {2}；期间周末 {3} 天、放假 {4} 天不计，补班 {5} 天计入。",
            Day(From), Amount, Day(Date), Count(DayKind.Weekend), Count(DayKind.Holiday), Count(DayKind.MakeUp)),
        TermUnit.CalendarDays => new("{0} 起因，次日起算 {1} 个自然日；最后一日遇放假顺延，至 {2}。", Day(From), Amount, Day(Date)),
        TermUnit.Years => new("{0} 起满 {1} 年，至 {2}。", Day(From), Amount, Day(Date)),
        _ => new("立即，即 {0} 当日。", Day(Date)),
    };

    /// <summary>True when the event lies before the law.</summary>
    public bool BeforeLaw => From < Profile.EffectiveFrom;

    /// <summary>That the law was not in force yet.</summary>
    public Sentence NotYet => new("《{0}》自 {1} 起施行，起因之日它还没有施行：{2} 只供参考。", Profile.Law, Day(Profile.EffectiveFrom), Timer.Code);

    /// <summary>What must be known besides the date.</summary>
    public IReadOnlyList<DeadlineNote> Notes =>
    [
        .. BeforeLaw ? [new DeadlineNote(NotYet, Certainty.Law)] : Array.Empty<DeadlineNote>(),
        .. Timer.Notes.Select(n => new DeadlineNote(new(n.Text), n.Certainty)),
        .. Extended && Timer.Extension is { } extension ? Of(extension) : [],
    ];

    private static IEnumerable<DeadlineNote> Of(TermExtension extension)
    {
        yield return new DeadlineNote(new("延长须{0}。", extension.Needs), Certainty.Law);
        if (extension.Note.Length > 0) yield return new DeadlineNote(new(extension.Note), Certainty.Reading);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private int Count(DayKind kind) => Days.Count(d => d.Day.Kind == kind);
}

/// <summary>One day of a count.</summary>
/// <param name="Day">The day and what it is.</param>
/// <param name="Number">Its number in the count; null when it does not count.</param>
public sealed record CountedDay(CalendarDay Day, int? Number);

/// <summary>A remark on a date, and how sure we are of it.</summary>
public sealed record DeadlineNote(Sentence Text, Certainty Certainty);
