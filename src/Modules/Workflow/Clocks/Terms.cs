using System.Reflection;
using System.Text.Json;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Clocks;

/// <summary>How long something may take.</summary>
/// <param name="Timer">T1 to T9, or P1… of practice.</param>
/// <param name="Profile">The law; empty for practice.</param>
/// <param name="Amount">Days.</param>
/// <param name="WorkingDays">工作日; false for 自然日.</param>
internal sealed record Term(string Timer, string Profile, int Amount, bool WorkingDays);

/// <summary>A term that no law gives, with where it comes from.</summary>
internal sealed record PracticeTerm(string Code, string Name, int Amount, string Source, Certainty Certainty);

/// <summary>Which term runs in which state. Where a law gives none, a practice does, and is shown as such.</summary>
internal sealed class Terms(Deadlines deadlines, RuleProfiles profiles)
{
    /// <summary>The terms of practice.</summary>
    public static IReadOnlyList<PracticeTerm> Practice { get; } = Load();

    /// <summary>The term of a state; null where nothing has to be done by a day.</summary>
    /// <param name="state">The state.</param>
    /// <param name="kind">How the wanted data stand in the catalogue.</param>
    /// <param name="owner">The unit that owes it; null for the data centre.</param>
    /// <param name="from">The day of the event.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Term?> For(CaseState state, CaseKind kind, Unit? owner, DateOnly from, CancellationToken cancel) => state switch
    {
        CaseState.ToDispatch => Of("P1"),
        // 目录内的 T1, T2 (政务数据共享条例 21); 目录外的 T7 (上海市数据条例 39).
        CaseState.ToAnswer => await ByLaw(kind switch { CaseKind.Unconditional => "T1", CaseKind.Conditional => "T2", _ => "T7" }, owner, from, cancel) ?? Of("P2"),
        CaseState.ToSupply => await ByLaw("T3", owner, from, cancel) ?? Of("P3"),
        _ => null,
    };

    /// <summary>校核: verified, corrected and fed back within T4 (政务数据共享条例 26 II).</summary>
    public async Task<Term> Verification(Unit? owner, DateOnly from, CancellationToken cancel) => await ByLaw("T4", owner, from, cancel) ?? Of("P26");

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
