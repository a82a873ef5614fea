using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Generation;

/// <summary>What hinders a clean list at one resource, as findings: one a row and kind, the items named in it. Pure.</summary>
internal static class GenerateNotices
{
    /// <summary>About a unit itself.</summary>
    public static IEnumerable<Notice> OfUnit(ProviderFacts provider)
    {
        if (provider.Code is null) yield return new Notice(ListFindings.NoUnitCode, provider.Name);
        if (provider.Proposed) yield return new Notice(ListFindings.UnitProposed, provider.Name);
    }

    private const int MostNames = 10;

    /// <summary>All findings of a resource.</summary>
    public static IReadOnlyList<Notice> Of(ResourceInput input, EntryProposal? entry, NegativeProposal? refused, List<PublishedItem> contradictions, bool wholeContradicts)
    {
        var (resource, standing) = (input.Resource, input.Standing);
        var notices = new List<Notice>();
        if (entry is { ShareStated: false, Content.Share: { } share } && standing.Entry != EntryState.InForce) notices.Add(new(ListFindings.ShareInferred, resource.Name, share.Name()));
        if (refused is not null) OfRefusal(notices, resource, refused, standing.Negative);
        if (standing.Negative is { } negative) OfNegative(notices, resource.Name, input.Provider, negative, refused);
        if (contradictions.Count > 0 || wholeContradicts) notices.Add(new(ListFindings.Contradiction, resource.Name, Names(resource, contradictions.ConvertAll(i => i.Name))));
        if (standing.Both.Count > 0) notices.Add(new(ListFindings.Both, resource.Name, Names(resource, standing.Both)));
        return notices;
    }

    /// <summary>What hinders a negative row about data outside the catalogue.</summary>
    public static IReadOnlyList<Notice> OfOutside(StoredNegative row, ProviderFacts provider)
    {
        var notices = new List<Notice>();
        if (!row.Standing.HasBasis) notices.Add(new(ListFindings.NoBasis, row.Name, row.Name));
        OfNegative(notices, row.Name, provider, row.Standing, null);
        return notices;
    }

    // Every item 不予共享 is in a row that has a basis, or is named here with who left it out.
    private static void OfRefusal(List<Notice> notices, PublishedResource resource, NegativeProposal refused, NegativeStanding? standing)
    {
        var ended = standing is { State: NegativeState.Rejected };
        if (ended && refused.Says(standing!.Digest)) Add(standing.Ruled ? ListFindings.NegativeRefused : ListFindings.NegativeGivenUp, refused.Items);
        else if (standing is null or { HasBasis: false }) Add(ListFindings.NoBasis, refused.Items);
        else if (!ended && !standing.CoversAll)
        {
            var left = refused.Items.Where(i => !standing.ItemIds.Contains(i.Id)).ToLookup(i => standing.Narrowed.Contains(i.Id));
            if (left.Contains(true)) Add(ListFindings.NegativeRefused, left[true]);
            if (left.Contains(false) || refused.Items.Count == 0) Add(ListFindings.NoBasis, left[false]);
        }

        void Add(FindingKind kind, IEnumerable<NegativeProposalItem> items) => notices.Add(new(kind, resource.Name, Names(resource, [.. items.Select(i => i.Name)])));
    }

    private static void OfNegative(List<Notice> notices, string name, ProviderFacts provider, NegativeStanding negative, NegativeProposal? refused)
    {
        if (negative.State is NegativeState.Rejected or NegativeState.Removed) return;
        if (negative is { HasBasis: true, BasisLevel: { } level })
        {
            var verdict = LevelVerdict.Of(level, provider.Laws);
            if (!verdict.Carried) notices.Add(new(ListFindings.LevelTooLow, name, level.Name()));
            else foreach (var law in verdict.Laws.Where(l => !l.Accepted)) notices.Add(new(law.Profile.Rank == 1 ? ListFindings.NotNational : ListFindings.NotCity, name, level.Name()));
        }
        if (negative.State != NegativeState.InForce) return;
        if (negative.BasisState is BasisState.Amended or BasisState.Repealed) notices.Add(new(ListFindings.BasisGone, name));
        if (negative.Digest.Length > 0 && refused?.Says(negative.Digest) != true) notices.Add(new(ListFindings.NegativeDiffers, name));
        if (negative.ReviewDue) notices.Add(new(ListFindings.ReviewDue, name));
    }

    private static string Names(PublishedResource resource, IReadOnlyList<string> items) =>
        items.Count == 0 ? resource.Name : string.Join('、', items.Take(MostNames)) + (items.Count > MostNames ? "…" : "");
}
