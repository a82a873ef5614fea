using Qingdan.Platform.Results;
using Qingdan.Standards.Calendars;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.Contracts.Deadlines;

/// <summary>What is asked about a matter: which terms run, and from when.</summary>
/// <param name="Timers">T1 to T9, each under the law that has it.</param>
/// <param name="From">The day of the event.</param>
/// <param name="Extended">Adds the full extension to the terms that have one.</param>
/// <param name="Profile">Id of the only rule profile meant; null for all.</param>
/// <param name="Kind">单位类别 of the one that owes the duty, by code or Chinese name; only laws that apply to it count. Null or empty for all.</param>
public sealed record DeadlineQuestion(IReadOnlyList<string> Timers, DateOnly From, bool Extended = false, string? Profile = null, string? Kind = null);

/// <summary>Deadlines over the calendar in the store.</summary>
public sealed class Deadlines
{
    private readonly CalendarBook _calendar;
    private readonly RuleProfiles _profiles;

    internal Deadlines(CalendarBook calendar, RuleProfiles profiles) => (_calendar, _profiles) = (calendar, profiles);

    /// <summary>The working calendar, for days that are counted without a term.</summary>
    public Task<WorkingCalendar> Calendar(CancellationToken cancel) => _calendar.Read(cancel);

    /// <summary>The date that counts, with its law and how it was counted; which terms do not count, and why.</summary>
    public async Task<Result<DecisiveDeadline>> Of(DeadlineQuestion asked, CancellationToken cancel)
    {
        var kind = RuleProfiles.Kind(asked.Kind);
        List<Result<(RuleProfile Profile, RuleTimer Timer)[]>> found = [.. asked.Timers.DefaultIfEmpty("").Distinct().Select(timer => _profiles.Timers(asked.Profile, timer))];
        List<Fault> faults = [.. found.SelectMany(f => f.Faults).Concat(kind.Faults).Distinct()];
        if (faults.Count > 0) return faults;

        var rules = found.SelectMany(f => f.Value).ToList();
        List<Sentence> leftOut = [];
        if (kind.Value is { } of)
        {
            leftOut = [.. rules.Select(r => r.Profile).Distinct().Where(p => !p.Counts(of)).Select(p => NotFor(p, of))];
            rules.RemoveAll(r => !r.Profile.Counts(of));
            if (rules.Count == 0) return leftOut.ConvertAll(s => new Fault("standards.deadline.not-applicable", s.Text, "kind", FaultKind.Invalid, s.Args));
        }

        var calendar = await _calendar.Read(cancel);
        var extended = asked.Extended && rules.Exists(r => r.Timer.Extension is not null);
        var counted = rules.ConvertAll(r => DeadlineCount.Count(r.Profile, r.Timer, asked.From, extended ? r.Timer.Extension is not null : asked.Extended, calendar));
        return counted.Exists(c => !c.Ok) ? counted.SelectMany(c => c.Faults).Distinct().ToList() : DeadlineCount.Decide(counted.ConvertAll(c => c.Value), leftOut);
    }

    private static Sentence NotFor(RuleProfile profile, OrganizationKind kind) =>
        new("《{0}》对{1}只在经授权时适用（{2}），它的期限未计入。", profile.Law, kind.Name(), profile.For(kind).Anchor.ToString());
}
