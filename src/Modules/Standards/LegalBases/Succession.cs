using System.Text.RegularExpressions;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.LegalBases.Importing;

namespace Qingdan.Standards.LegalBases;

/// <summary>A version of a law, as far as it matters for which version holds.</summary>
internal sealed record LawVersion(long Id, string Name, DateOnly EffectiveOn, DateOnly? PromulgatedOn, LawState State);

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
                var state = superseded && ordered[i].State == LawState.InEffect ? LawState.Amended : ordered[i].State;
                standings[ordered[i].Id] = new(state, state == LawState.InEffect && ordered[i].EffectiveOn <= today, superseded && ordered[last].State == LawState.InEffect ? ordered[last].Id : 0);
            }
        }
        return standings;
    }

    /// <summary>Of each law what last changed it by a day: its version in force where that took the place of another, or the version that was repealed. A law of one version in force has not changed.</summary>
    public static IReadOnlyList<(LawVersion Version, bool Repealed)> Changes(IEnumerable<LawVersion> versions, DateOnly today)
    {
        var changes = new List<(LawVersion, bool)>();
        foreach (var law in versions.Where(v => v.EffectiveOn <= today).GroupBy(v => BaseName(v.Name)))
        {
            var ordered = law.OrderBy(v => v.EffectiveOn).ThenBy(v => v.PromulgatedOn ?? DateOnly.MinValue).ThenBy(v => v.Id).ToList();
            if (ordered[^1].State == LawState.Repealed) changes.Add((ordered[^1], true));
            else if (ordered.Count > 1 && ordered[^1].State == LawState.InEffect) changes.Add((ordered[^1], false));
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

    // 「（2013年修正）」「(2024修订)」
    [GeneratedRegex(@"\s*\([^)]*\d{4}[^)]*\)\s*$")]
    private static partial Regex Version();
}
