using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Clocks;

/// <summary>The clocks of a case for people: each date opens to show how it was counted.</summary>
internal sealed class ShowClocks(ClockBook book, Terms terms, Deadlines deadlines, TimeProvider clock)
{
    /// <summary>All clocks, the oldest first.</summary>
    public async Task<IReadOnlyList<ClockView>> Of(long caseId, UnitTree units, CancellationToken cancel)
    {
        var calendar = await deadlines.Calendar(cancel);
        return [.. (await book.Of(caseId, cancel)).Select(c => View(c.Clock, c.Pauses, units, calendar))];
    }

    private ClockView View(Clock c, IReadOnlyList<ClockPause> pauses, UnitTree units, WorkingCalendar calendar)
    {
        var days = ClockCount.Days(c.StartedOn, c.Amount + c.Extension, c.WorkingDays, [.. pauses.Select(p => (p.FromOn, p.ToOn))], calendar);
        var (what, law, certainty) = terms.Rule(c) is { } rule ? (rule.Timer.To, rule.Timer.Anchor.ToString(), rule.Timer.Certainty) : Practice(c.Timer);
        int? left = c.State == ClockState.Running && c.DueOn is { } due ? ClockCount.Left(clock.Today(), due, calendar) : null;
        return new ClockView(
            c.Timer, what, law, Owner(c.OwnerId, units), c.StartedOn, c.Amount, c.Extension, c.DueOn, c.Provisional, Text(c.State), c.StoppedOn, left,
            [.. days.Select(Day)], days.Count(d => d.Paused && d.Day.Works), certainty);
    }

    private static string Owner(long id, UnitTree units) => id switch
    {
        Clock.Centre => Party.Centre.Text(),
        Clock.Above => "上级平台",
        Clock.Authority => Party.Authority.Text(),
        _ => units.ShortName(id),
    };

    private static (string, string, Certainty) Practice(string code) => Terms.Practice.Single(p => p.Code == code) is var p ? (p.Name, p.Source, p.Certainty) : default;

    private static ClockDayView Day(ClockDay d) => new(d.Day.Date, d.Number is { } number ? $"{number}" : d.Paused ? "停" : "休", d.Number is not null);

    private static string Text(ClockState state) => state switch
    {
        ClockState.Running => "计时中",
        ClockState.Paused => "暂停",
        ClockState.Done => "已完成",
        _ => "已终止",
    };
}
