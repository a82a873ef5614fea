using Qingdan.Platform.Language;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Standards.Terms;

/// <summary>A deadline as the API and the command line say it.</summary>
internal sealed record DeadlineAnswer(
    string Profile, string Timer, string Law, int Article, int? Paragraph, Certainty Certainty, string Event, string Duty,
    DateOnly From, bool Extended, int Amount, TermUnit Unit, DateOnly Date, bool Provisional, string How, IReadOnlyList<NoteAnswer> Notes, IReadOnlyList<CountedDayAnswer> Days)
{
    /// <summary>The answer in the reader's language.</summary>
    internal static DeadlineAnswer Of(Deadline d, Translator t)
    {
        var anchor = d.Timer.Anchor;
        IEnumerable<NoteAnswer> notes = d.Timer.Notes.Select(n => new NoteAnswer(t[n.Text], n.Certainty));
        if (d is { Extended: true, Timer.Extension: { } extension })
            notes = notes.Append(new NoteAnswer(t["延长须{0}。", extension.Needs], Certainty.Law)).Concat(extension.Note.Length > 0 ? [new NoteAnswer(t[extension.Note], Certainty.Reading)] : []);
        return new DeadlineAnswer(
            d.Profile.Id, d.Timer.Code, anchor.Law, anchor.Article, anchor.Paragraph, d.Timer.Certainty, t[d.Timer.From], t[d.Timer.To],
            d.From, d.Extended, d.Amount, d.Timer.Unit, d.Date, d.Provisional, t[d.How.Text, d.How.Args], [.. notes],
            [.. d.Days.Select(c => new CountedDayAnswer(c.Day.Date, c.Day.Kind, c.Day.Holiday, c.Number))]);
    }
}

/// <summary>A remark and how sure we are of it.</summary>
internal sealed record NoteAnswer(string Text, Certainty Certainty);

/// <summary>One day of the count; without a number it does not count.</summary>
internal sealed record CountedDayAnswer(DateOnly Date, DayKind Kind, string? Holiday, int? Number);
