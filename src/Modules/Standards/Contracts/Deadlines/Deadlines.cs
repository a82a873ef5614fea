using Qingdan.Platform.Results;
using Qingdan.Standards.Calendars;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Standards.Contracts.Deadlines;

/// <summary>Deadlines over the calendar in the store.</summary>
public sealed class Deadlines
{
    private readonly CalendarBook _calendar;
    private readonly RuleProfiles _profiles;

    internal Deadlines(CalendarBook calendar, RuleProfiles profiles) => (_calendar, _profiles) = (calendar, profiles);

    /// <summary>The working calendar as it stands.</summary>
    public Task<WorkingCalendar> Calendar(CancellationToken cancel) => _calendar.Read(cancel);

    /// <summary>The date a term ends, with the law and the count.</summary>
    /// <param name="profile">Id of the rule profile.</param>
    /// <param name="timer">T1 to T9.</param>
    /// <param name="from">The day of the event.</param>
    /// <param name="extended">Adds the full extension.</param>
    /// <param name="cancel">Ends the reading of the calendar.</param>
    public async Task<Result<Deadline>> Of(string? profile, string? timer, DateOnly from, bool extended, CancellationToken cancel)
    {
        var found = _profiles.Find(profile, timer);
        if (!found.TryGet(out var rule)) return found.As<Deadline>();
        if (from < rule.Profile.EffectiveFrom)
            return new Fault("standards.deadline.not-in-force", "{0}自 {1} 起施行，此前发生的事项不按它计算。", "from", FaultKind.Invalid, $"《{rule.Timer.Anchor.Law}》", rule.Profile.EffectiveFrom.ToString("yyyy-MM-dd", null));
        return DeadlineCount.Count(rule.Profile, rule.Timer, from, extended, await _calendar.Read(cancel));
    }
}
