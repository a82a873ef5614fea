using System.Reflection;
using System.Text.Json;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.Contracts.Rules;

/// <summary>The rule profiles and what follows from them: which apply to a body, and which accept a level of legal basis.</summary>
public sealed class RuleProfiles
{
    /// <summary>All profiles, the higher law first.</summary>
    public IReadOnlyList<RuleProfile> All { get; } = [.. Load().OrderBy(p => p.Rank)];

    /// <summary>The profile with this id, or a refusal that names those there are.</summary>
    public Result<RuleProfile> Find(string? id) => All.FirstOrDefault(p => p.Id == id) is { } profile
        ? profile
        : new Fault("standards.profile.unknown", "没有规则口径“{0}”。可用的有：{1}。", "profile", FaultKind.NotFound, id ?? "", string.Join("、", All.Select(p => p.Id)));

    /// <summary>The timer of a profile, or a refusal that says where it is.</summary>
    public Result<(RuleProfile Profile, RuleTimer Timer)> Find(string? id, string? timer)
    {
        if (!Find(id).TryGet(out var profile)) return Find(id).As<(RuleProfile, RuleTimer)>();
        if (profile.Timers.FirstOrDefault(t => t.Code.Equals(timer, StringComparison.OrdinalIgnoreCase)) is { } found) return (profile, found);
        var elsewhere = All.FirstOrDefault(p => p.Timers.Any(t => t.Code.Equals(timer, StringComparison.OrdinalIgnoreCase)));
        return elsewhere is null
            ? new Fault("standards.timer.unknown", "没有期限“{0}”。{1}的期限有：{2}。", "timer", FaultKind.NotFound, timer ?? "", profile.Name, string.Join("、", profile.Timers.Select(t => t.Code)))
            : new Fault("standards.timer.elsewhere", "{0}没有期限 {1}，它在 {2}。", "timer", FaultKind.NotFound, profile.Name, timer!.ToUpperInvariant(), elsewhere.Id);
    }

    /// <summary>The timers with this code: of one profile, or of every profile that has it.</summary>
    public Result<(RuleProfile Profile, RuleTimer Timer)[]> Timers(string? id, string timer)
    {
        if (!string.IsNullOrEmpty(id)) return Find(id, timer).TryGet(out var one) ? new[] { one } : Find(id, timer).As<(RuleProfile, RuleTimer)[]>();
        (RuleProfile, RuleTimer)[] found = [.. from profile in All from t in profile.Timers where t.Code.Equals(timer, StringComparison.OrdinalIgnoreCase) select (profile, t)];
        return found.Length > 0 ? found : new Fault("standards.timer.unknown-anywhere", "没有期限“{0}”。可用的有：{1}。", "timer", FaultKind.NotFound,
            timer, string.Join("、", All.SelectMany(p => p.Timers).Select(t => t.Code).Order(StringComparer.Ordinal)));
    }

    /// <summary>The kind of organization a text names, by code or in Chinese; null for an empty text.</summary>
    public static Result<OrganizationKind?> Kind(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return (OrganizationKind?)null;
        var known = Enum.GetValues<OrganizationKind>().Where(k => k.ToString().Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(k => (OrganizationKind?)k).FirstOrDefault()
            ?? Domains.OrganizationKinds.Read(text).Value;
        return known is not null ? known : new Fault("standards.kind.unknown", "没有单位类别“{0}”。可用的有：{1}。", "kind", FaultKind.Invalid,
            text, string.Join("、", Domains.OrganizationKinds.Entries.Select(e => e.Name)));
    }

    /// <summary>The profiles a kind of organization is under, directly or by reference, the higher law first.</summary>
    public IReadOnlyList<RuleProfile> For(OrganizationKind kind) =>
        [.. All.Where(p => p.Counts(kind))];

    private static List<RuleProfile> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Qingdan.Standards.Data.profiles.json")!;
        return JsonSerializer.Deserialize<List<RuleProfile>>(stream, JsonText.Readable)!;
    }
}

/// <summary>What a profile says of a level of legal basis.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Accepted">True when data may be withheld on such a basis, as far as its level goes.</param>
/// <param name="Sentence">Why, with the article.</param>
public sealed record BasisVerdict(RuleProfile Profile, bool Accepted, Sentence Sentence)
{
    /// <summary>The verdict of one profile.</summary>
    public static BasisVerdict Of(RuleProfile profile, LegalBasisLevel level)
    {
        var accepted = profile.Bases.Levels.Contains(level);
        return new BasisVerdict(profile, accepted, accepted
            ? new Sentence("{0}认可{1}作为不予共享的依据（{2}）。", profile.Name, level.Name(), profile.Bases.Anchor.ToString())
            : new Sentence("{0}只认可{1}作为不予共享的依据，{2}不在其中（{3}）。", profile.Name, profile.Bases.Text, level.Name(), profile.Bases.Anchor.ToString()));
    }
}
