using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Naming;

namespace Qingdan.Organizations.Merging;

/// <summary>How sure the machine is that two units are one.</summary>
internal enum Likelihood
{
    Medium,
    High,
}

/// <summary>Two units that may be one. <paramref name="Reason"/> is Chinese.</summary>
/// <param name="Keep">The one to keep: confirmed before proposed, then the longer name.</param>
/// <param name="Merge">The one that would become part of it.</param>
/// <param name="Likelihood">How sure.</param>
/// <param name="Reason">Why they may be one.</param>
internal sealed record MergeProposal(Unit Keep, Unit Merge, Likelihood Likelihood, string Reason);

/// <summary>
/// Finds pairs of names that are one agency: the same body at the same level, where both name the same place, or one of them none and only one candidate does.
/// It proposes; a person decides.
/// </summary>
internal static class MergeProposals
{
    public static IReadOnlyList<MergeProposal> Find(IEnumerable<(Unit Unit, string Name)> names)
    {
        var best = new Dictionary<(long, long), MergeProposal>();
        var groups = names.Select(n => new Candidate(n.Unit, NameParts.Of(n.Name))).Where(c => c.Core.Length > 0).GroupBy(c => (c.Parts.Level, c.Group));
        foreach (var proposal in groups.SelectMany(g => Within([.. g])))
        {
            var pair = (Math.Min(proposal.Keep.Id, proposal.Merge.Id), Math.Max(proposal.Keep.Id, proposal.Merge.Id));
            if (!best.TryGetValue(pair, out var other) || other.Likelihood < proposal.Likelihood) best[pair] = proposal;
        }
        return [.. best.Values.OrderByDescending(p => p.Likelihood).ThenBy(p => p.Keep.Id).ThenBy(p => p.Merge.Id)];
    }

    private static IEnumerable<MergeProposal> Within(IReadOnlyList<Candidate> group)
    {
        for (var i = 0; i < group.Count; i++)
            for (var j = i + 1; j < group.Count; j++)
                if (group[i].Unit.Id != group[j].Unit.Id && SamePlace(group[i].Parts, group[j].Parts, group)) yield return Pair(group[i], group[j]);
    }

    // 上海市静安区 and 静安区 are one place; 市教委 fits a city that has one, as long as no other city does; 省科技厅 and 市科技局 are two.
    private static bool SamePlace(NameParts one, NameParts other, IReadOnlyList<Candidate> group) => (one.Place.Length, other.Place.Length) switch
    {
        (0, 0) => one.Bare == other.Bare,
        (0, _) => Fits(one, other) && group.Where(c => Fits(one, c.Parts)).Select(c => c.Unit.Id).Distinct().Count() == 1,
        (_, 0) => SamePlace(other, one, group),
        _ => one.Place.EndsWith(other.Place, StringComparison.Ordinal) || other.Place.EndsWith(one.Place, StringComparison.Ordinal),
    };

    private static bool Fits(NameParts placeless, NameParts placed) => placed.Place.Length > 0 && placed.Place.EndsWith(placeless.Bare, StringComparison.Ordinal);

    private static MergeProposal Pair(Candidate one, Candidate other)
    {
        var (keep, merge) = Prefer(one.Unit, other.Unit) ? (one.Unit, other.Unit) : (other.Unit, one.Unit);
        var placeless = one.Parts.Place.Length == 0 != (other.Parts.Place.Length == 0);
        var (likelihood, reason) = (one, other) switch
        {
            _ when one.Core != other.Core => (Likelihood.Medium, "一个是本级政府，一个是它的办公室，填报时常混用"),
            _ when one.Plain == other.Plain && !placeless => (Likelihood.High, "去掉地名前缀、“人民”二字和括号后相同"),
            _ when one.Plain == other.Plain => (Likelihood.Medium, "只差地名，没有别的单位同名"),
            _ when placeless => (Likelihood.Medium, "像是同一名称的全称和简称"),
            _ => (Likelihood.High, "同一地方，像是同一名称的全称和简称"),
        };
        return new MergeProposal(keep, merge, likelihood, reason);
    }

    private static bool Prefer(Unit one, Unit other) =>
        (one.State == OrganizationState.Active, one.Name.Length, -one.Id).CompareTo((other.State == OrganizationState.Active, other.Name.Length, -other.Id)) > 0;

    private sealed record Candidate(Unit Unit, NameParts Parts)
    {
        public string Core { get; } = NameCore.Of(Parts.Body);

        public string Plain { get; } = Parts.Body.Replace("人民政府", "政府", StringComparison.Ordinal);

        /// <summary>A government and its office are looked at together.</summary>
        public string Group => Core == "政府办" ? "政府" : Core;
    }
}
