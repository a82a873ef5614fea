using System.Globalization;
using System.Text.RegularExpressions;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.LegalBases.Importing;

namespace Qingdan.Standards.LegalBases;

/// <summary>A version of a law, as far as it matters for which version holds.</summary>
/// <param name="EndedOn">失效日期: the first day on which an amended or repealed text holds no more; null when not stated.</param>
/// <param name="Revises">True when it says of itself that it took the place of an earlier text, whether or not the register holds that.</param>
internal sealed record LawVersion(long Id, string Name, DateOnly EffectiveOn, DateOnly? PromulgatedOn, LawState State, DateOnly? EndedOn = null, bool Revises = false)
{
    /// <summary>Its state on a day: what is announced to end holds until then.</summary>
    public LawState On(DateOnly day) => EndedOn > day ? LawState.InEffect : State;
}

/// <summary>What last changed a law.</summary>
/// <param name="Version">The version in force that took the place of another, or the one that ended.</param>
/// <param name="Kind">How.</param>
internal sealed record LawTurn(LawVersion Version, LawEvent Kind);

/// <summary>Where a version stands today.</summary>
/// <param name="State">In force, amended or repealed; a version with a successor in force is amended.</param>
/// <param name="Holds">True when it is the law today.</param>
/// <param name="SuccessorId">The version in force that took its place; 0 for none.</param>
internal sealed record LawStanding(LawState State, bool Holds, long SuccessorId);

/// <summary>Which version of a law holds on a day: versions of one name succeed each other by their days. Nothing is stored, so a later file or a later day changes it by itself. Pure.</summary>
internal static partial class Succession
{
    /// <summary>The standing of each version by its id.</summary>
    public static IReadOnlyDictionary<long, LawStanding> Of(IEnumerable<LawVersion> versions, DateOnly today)
    {
        var standings = new Dictionary<long, LawStanding>();
        foreach (var law in versions.GroupBy(v => BaseName(v.Name)))
        {
            var ordered = law.OrderBy(v => v.EffectiveOn).ThenBy(v => v.PromulgatedOn ?? DateOnly.MinValue).ThenBy(v => v.Id).ToList();
            var last = ordered.FindLastIndex(v => v.EffectiveOn <= today);
            for (var i = 0; i < ordered.Count; i++)
            {
                var superseded = i < last;
                var state = superseded && ordered[i].On(today) == LawState.InEffect ? LawState.Amended : ordered[i].On(today);
                standings[ordered[i].Id] = new(state, state == LawState.InEffect && ordered[i].EffectiveOn <= today, superseded && ordered[last].On(today) == LawState.InEffect ? ordered[last].Id : 0);
            }
        }
        return standings;
    }

    /// <summary>
    /// Of each law what last changed it by a day: its version in force where that took the place of another, or the version that was repealed, or amended by a text the register does not hold.
    /// A law of one version in force has changed only where that version says that it revises an earlier one.
    /// </summary>
    public static IReadOnlyList<LawTurn> Changes(IEnumerable<LawVersion> versions, DateOnly today)
    {
        var changes = new List<LawTurn>();
        foreach (var law in versions.Where(v => v.EffectiveOn <= today).GroupBy(v => BaseName(v.Name)))
        {
            var ordered = law.OrderBy(v => v.EffectiveOn).ThenBy(v => v.PromulgatedOn ?? DateOnly.MinValue).ThenBy(v => v.Id).ToList();
            var (latest, state) = (ordered[^1], ordered[^1].On(today));
            if (state == LawState.Repealed) changes.Add(new(latest, LawEvent.Repealed));
            else if (state == LawState.Amended) changes.Add(new(latest, LawEvent.Amended));
            else if (ordered.Count > 1 || latest.Revises) changes.Add(new(latest, LawEvent.Replaced));
        }
        return changes;
    }

    /// <summary>The name that all versions share: without 中华人民共和国, brackets that tell the version, and marks.</summary>
    public static string BaseName(string name)
    {
        var folded = Version().Replace(TextFold.Of(name), "");
        var bare = string.Concat(folded.Where(char.IsLetterOrDigit));
        return bare.StartsWith(LawSpellings.Nation, StringComparison.Ordinal) ? bare[LawSpellings.Nation.Length..] : bare;
    }

    /// <summary>
    /// True when a law says of itself that it revises an earlier text as a whole: in brackets behind its name, or in its number (2024年修订). A year later than that of its day
    /// of effect is that of an amendment which kept the day: when it changed is then not known.
    /// </summary>
    public static bool SaysRevised(string name, string number, DateOnly effectiveOn) =>
        new[] { number, Version().Match(TextFold.Of(name)).Value }.Any(text => LawSpellings.Revision().IsMatch(text) && Year().Matches(text).All(y => int.Parse(y.Value, CultureInfo.InvariantCulture) <= effectiveOn.Year));

    [GeneratedRegex("[12][0-9]{3}")]
    private static partial Regex Year();

    // 「（2013年修正）」「(2024修订)」
    [GeneratedRegex(@"\s*\([^)]*\d{4}[^)]*\)\s*$")]
    private static partial Regex Version();
}
