using System.Reflection;
using System.Text.Json;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Workflow.Clocks;

/// <summary>How long something may take.</summary>
/// <param name="Timer">T1 to T9, or P1… of practice.</param>
/// <param name="Profile">The law; empty for practice.</param>
/// <param name="Amount">Days.</param>
/// <param name="WorkingDays">工作日; false for 自然日.</param>
internal sealed record Term(string Timer, string Profile, int Amount, bool WorkingDays);

/// <summary>A term that somebody owes.</summary>
/// <param name="Law">T1 to T9; empty where no law gives one.</param>
/// <param name="Practice">P1…; empty where there is none.</param>
/// <param name="OwnerId">Whose duty it is: a unit, or one of the offices of <see cref="Clock"/>.</param>
internal sealed record OwedTerm(string Law, string Practice, long OwnerId)
{
    /// <summary>The unit whose kind says which law applies, where it is not the owner's; 0 for the owner.</summary>
    public long GovernedId { get; init; }

    /// <summary>The day of the event; null for today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, where it was set and is not counted; null for a count.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The term that goes on where it runs, instead of this one's beginning; empty for none.</summary>
    public string Continues { get; init; } = "";

    /// <summary>Days of an extension that was granted for this term before.</summary>
    public int Extension { get; init; }
}

/// <summary>A term that no law gives, with where it comes from.</summary>
internal sealed record PracticeTerm(string Code, string Name, int Amount, string Source, Certainty Certainty);

/// <summary>Which term runs in which state. Where a law gives none, a practice does, and is shown as such.</summary>
internal sealed class Terms(Deadlines deadlines, RuleProfiles profiles)
{
    /// <summary>The terms of practice.</summary>
    public static IReadOnlyList<PracticeTerm> Practice { get; } = Load();

    /// <summary>The term that is owed; null where nothing has to be done by a day. Where no law that applies to the owner gives one, the practice does.</summary>
    /// <param name="owed">What is owed.</param>
    /// <param name="owner">The unit that owes it, or whose kind says which law applies; null for the city's offices and those above.</param>
    /// <param name="from">The day of the event.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Term?> Find(OwedTerm owed, Unit? owner, DateOnly from, CancellationToken cancel)
    {
        if (owed.Until is { } last) return new Term(owed.Practice, "", last.DayNumber - from.DayNumber, WorkingDays: false);
        if (owed.Law.Length > 0 && await ByLaw(owed.Law, owner, from, cancel) is { } term) return term;
        return owed.Practice.Length > 0 ? Of(owed.Practice) : null;
    }

    /// <summary>The days by which a clock may be extended; 0 where its law allows none.</summary>
    public int MostExtension(Clock clock) => profiles.Find(clock.Profile, clock.Timer).TryGet(out var found) ? found.Timer.Extension?.Amount ?? 0 : 0;

    /// <summary>The rule of a clock; null for a practice.</summary>
    public (RuleProfile Profile, RuleTimer Timer)? Rule(Clock clock) => profiles.Find(clock.Profile, clock.Timer).TryGet(out var found) ? found : null;

    private async Task<Term?> ByLaw(string timer, Unit? owner, DateOnly from, CancellationToken cancel) =>
        (await deadlines.Of(new DeadlineQuestion([timer], from, Kind: owner?.Kind.ToString()), cancel)).TryGet(out var decided) && decided.Decisive is { BeforeLaw: false } d
            ? new Term(d.Timer.Code, d.Profile.Id, d.Timer.Amount, d.Timer.Unit == TermUnit.WorkingDays)
            : null;

    private static Term Of(string code) => new(code, "", Practice.Single(p => p.Code == code).Amount, WorkingDays: true);

    private static List<PracticeTerm> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Qingdan.Workflow.Data.practice-terms.json")!;
        return JsonSerializer.Deserialize<List<PracticeTerm>>(stream, JsonText.Readable)!;
    }
}
