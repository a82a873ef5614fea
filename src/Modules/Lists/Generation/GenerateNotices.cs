using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Generation;

/// <summary>What hinders a clean list at one resource, as findings. Pure.</summary>
internal sealed class GenerateNotices(AcceptedLevels levels)
{
    /// <summary>All findings of a resource.</summary>
    public IReadOnlyList<Notice> Of(ResourceInput input, EntryProposal? entry, NegativeProposal? refused, List<PublishedItem> contradictions, bool wholeContradicts)
    {
        var (resource, standing) = (input.Resource, input.Standing);
        var notices = new List<Notice>();
        if (Missing(resource, entry) is { Count: > 0 } missing) notices.Add(new(FindingKind.Content, 0, resource.Name, string.Join('、', missing)));
        if (resource.Items.Count == 0) notices.Add(new(FindingKind.NoItems, 0, resource.Name));
        if (resource.SystemName.Length == 0) notices.Add(new(FindingKind.NoSystem, 0, resource.Name));
        if (entry is not null) OfEntry(notices, resource, entry, standing.Entry == EntryState.InForce);
        if (refused is not null) OfRefusal(notices, resource, refused, standing.Negative);
        if (standing.Negative is { } negative) OfNegative(notices, input, negative, refused);
        notices.AddRange(contradictions.Select(item => new Notice(FindingKind.Contradiction, item.Id, resource.Name, item.Name)));
        if (wholeContradicts) notices.Add(new(FindingKind.Contradiction, 0, resource.Name, resource.Name));
        notices.AddRange(standing.Both.Select(name => new Notice(FindingKind.Both, 0, resource.Name, name)));
        return notices;
    }

    // What 13 lists and a reader of the catalogue can see; items and share property have findings of their own.
    private static List<string> Missing(PublishedResource resource, EntryProposal? entry)
    {
        var missing = new List<string>(3);
        if (resource.Frequency is null) missing.Add("更新频率");
        if (resource.DataLevel.Length == 0) missing.Add("数据分类分级");
        if (entry is not null && resource.ShareWays.Length == 0) missing.Add("共享方式");
        return missing;
    }

    private static void OfEntry(List<Notice> notices, PublishedResource resource, EntryProposal entry, bool inForce)
    {
        var content = entry.Content;
        if (content.Share is null) notices.Add(new(FindingKind.ShareUndetermined, 0, resource.Name));
        else if (!entry.ShareStated && !inForce) notices.Add(new(FindingKind.ShareInferred, 0, resource.Name, content.Share.Value.Name()));
        if (content.ShareCondition.Length > 0) return;
        var open = content.Items.Count == 0
            ? content.Share == ShareProperty.Conditional
            : content.Items.Any(i => i.Share == ShareProperty.Conditional && i.ShareCondition.Length == 0);
        if (open) notices.Add(new(FindingKind.NoCondition, 0, resource.Name));
    }

    private static void OfRefusal(List<Notice> notices, PublishedResource resource, NegativeProposal refused, NegativeStanding? standing)
    {
        if (standing is { State: NegativeState.Rejected } && standing.Digest == refused.Digest) notices.Add(new(FindingKind.NegativeRefused, 0, resource.Name));
        else if (standing is null or { HasBasis: false }) notices.Add(new(FindingKind.NoBasis, 0, resource.Name, Names(resource, refused)));
    }

    private void OfNegative(List<Notice> notices, ResourceInput input, NegativeStanding negative, NegativeProposal? refused)
    {
        if (negative.State is NegativeState.Rejected or NegativeState.Removed) return;
        var name = input.Resource.Name;
        if (negative is { HasBasis: true, BasisLevel: { } level })
        {
            if (input.Provider.UnderNationalLaw && !levels.National.Contains(level)) notices.Add(new(FindingKind.NotNational, 0, name, level.Name()));
            if (!levels.City.Contains(level)) notices.Add(new(FindingKind.NotCity, 0, name, level.Name()));
        }
        if (negative.State != NegativeState.InForce) return;
        if (negative.BasisState is BasisState.Amended or BasisState.Repealed) notices.Add(new(FindingKind.BasisGone, 0, name));
        if (negative.Digest.Length > 0 && negative.Digest != refused?.Digest) notices.Add(new(FindingKind.NegativeDiffers, 0, name));
    }

    private static string Names(PublishedResource resource, NegativeProposal refused) =>
        refused.Items.Count == 0 ? resource.Name : string.Join('、', refused.Items.Take(5).Select(i => i.Name)) + (refused.Items.Count > 5 ? "…" : "");
}
