using Qingdan.Platform.Language;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Standards.Terms;

/// <summary>A deadline as the API and the command line say it.</summary>
internal sealed record DeadlineAnswer(
    string Profile, string Timer, string Law, int Article, int? Paragraph, Certainty Certainty, string Event, string Duty,
    DateOnly From, bool Extended, int Amount, TermUnit Unit, DateOnly Date, bool Provisional, string How, string Why,
    IReadOnlyList<OtherAnswer> Others, IReadOnlyList<string> LeftOut, IReadOnlyList<NoteAnswer> Notes, IReadOnlyList<CountedDayAnswer> Days)
{
    /// <summary>The answer in the reader's language.</summary>
    internal static DeadlineAnswer Of(DecisiveDeadline decided, Translator t)
    {
        var d = decided.Decisive;
        var anchor = d.Timer.Anchor;
        return new DeadlineAnswer(
            d.Profile.Id, d.Timer.Code, anchor.Law, anchor.Article, anchor.Paragraph, d.Timer.Certainty, t[d.Timer.From], t[d.Timer.To],
            d.From, d.Extended, d.Amount, d.Timer.Unit, d.Date, d.Provisional, Say(d.How, t), Say(decided.Why, t),
            [.. decided.Others.Select(o => new OtherAnswer(o.Profile.Id, o.Timer.Code, o.Timer.Anchor.Law, o.Timer.Anchor.Article, o.Timer.Anchor.Paragraph, o.Extended, o.Date, o.Provisional))],
            [.. decided.LeftOut.Select(s => Say(s, t))], [.. d.Notes.Select(n => new NoteAnswer(Say(n.Text, t), n.Certainty))],
            [.. d.Days.Select(c => new CountedDayAnswer(c.Day.Date, c.Day.Kind, c.Day.Holiday, c.Number))]);
    }

    private static string Say(Sentence sentence, Translator t) => t[sentence.Text, sentence.Args];
}

/// <summary>A later date among several.</summary>
internal sealed record OtherAnswer(string Profile, string Timer, string Law, int Article, int? Paragraph, bool Extended, DateOnly Date, bool Provisional);

/// <summary>A remark and how sure we are of it.</summary>
internal sealed record NoteAnswer(string Text, Certainty Certainty);

/// <summary>One day of the count; without a number it does not count.</summary>
internal sealed record CountedDayAnswer(DateOnly Date, DayKind Kind, string? Holiday, int? Number);
