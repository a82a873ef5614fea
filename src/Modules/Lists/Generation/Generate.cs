using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Responsibilities;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Generation;

/// <summary>
/// 生成: what one published resource means for the lists. Pure: equal input, equal output, no time and no store.
/// Items shared go to the responsibility of the provider, items 不予共享 to the negative list, none to both.
/// </summary>
internal sealed class Generate
{
    private readonly ContentDigest _digest = new();

    /// <summary>The proposal that follows from a resource.</summary>
    public Proposal From(ResourceInput input)
    {
        var (resource, negative) = (input.Resource, input.Standing.Negative);
        var shared = new List<EntryContentItem>(resource.Items.Count);
        var forbidden = new List<NegativeProposalItem>();
        var contradictions = new List<PublishedItem>();
        foreach (var item in resource.Items)
            if (NotShared(resource, item)) forbidden.Add(new(item.Id, item.Place, item.Name));
            else if (negative is not null && negative.Forbids(item.Id)) contradictions.Add(item);
            else shared.Add(new(item.Id, item.Place, item.Name, item.Share ?? resource.Share, item.ShareCondition));
        var whole = resource.Items.Count == 0;
        var wholeForbidden = whole && resource.Share == ShareProperty.NotShared;
        var wholeContradicts = whole && !wholeForbidden && negative is { ForbidsAll: true };
        var entry = shared.Count > 0 || (whole && !wholeForbidden && !wholeContradicts) ? Entry(input, shared) : null;
        var refused = forbidden.Count > 0 || wholeForbidden ? Negative(resource, forbidden) : null;
        return new Proposal(entry, refused, GenerateNotices.Of(input, entry, refused, contradictions, wholeContradicts));
    }

    /// <summary>What the catalogue says is not shared, as a candidate of the 负面清单; null when it is nothing.</summary>
    public NegativeProposal? Refused(PublishedResource resource)
    {
        var items = resource.Items.Where(i => NotShared(resource, i)).Select(i => new NegativeProposalItem(i.Id, i.Place, i.Name)).ToList();
        return items.Count > 0 || (resource.Items.Count == 0 && resource.Share == ShareProperty.NotShared) ? Negative(resource, items) : null;
    }

    /// <summary>A proposal from a listed demand for data outside the catalogue: its provider confirms it (上海市数据条例 39).</summary>
    public EntryProposal FromDemand(DemandStanding demand, string name, UpdateFrequency? frequency, IReadOnlyList<string> items)
    {
        var content = new EntryContent { Name = name, Frequency = frequency, Items = [.. items.Select((item, i) => new EntryContentItem(0, i + 1, item, null, ""))] };
        return new EntryProposal(content, false, GenerationRules.Demand, [demand], _digest.Of(content));
    }

    private EntryProposal Entry(ResourceInput input, List<EntryContentItem> shared)
    {
        var resource = input.Resource;
        var share = resource.Share is { } own and not ShareProperty.NotShared ? own : Strictest(shared);
        // With every item stating its own property nothing is inferred any more.
        var stated = share is not null && (resource.ShareStated || (shared.Count > 0 && StatedByItems(resource)));
        var content = new EntryContent
        {
            Name = resource.Name, Code = resource.Code ?? "", Share = share, ShareCondition = resource.ShareCondition, ShareWays = resource.ShareWays,
            Frequency = resource.Frequency, DataLevel = resource.DataLevel, SystemName = resource.SystemName, Version = resource.Version, Items = shared,
        };
        var rule = share is null ? GenerationRules.Undetermined : !stated ? GenerationRules.Inferred : shared.Count == 0 ? GenerationRules.Whole : GenerationRules.Shareable;
        return new EntryProposal(content, stated, rule, input.Standing.Demands, _digest.Of(content));
    }

    private NegativeProposal Negative(PublishedResource resource, List<NegativeProposalItem> items)
    {
        var reasons = resource.Items.Where(i => NotShared(resource, i) && i.ShareReason.Length > 0).Select(i => i.ShareReason);
        var reason = string.Join("；", reasons.Prepend(resource.ShareReason).Where(r => r.Length > 0).Distinct());
        return new NegativeProposal(resource.Name, resource.Code ?? "", reason, resource.Version, items, _digest.Of(resource.Name, resource.Code ?? "", reason, items));
    }

    private static bool NotShared(PublishedResource resource, PublishedItem item) => (item.Share ?? resource.Share) == ShareProperty.NotShared;

    private static bool StatedByItems(PublishedResource resource) => resource.Share == ShareProperty.NotShared || resource.Items.All(i => i.Share is not null);

    /// <summary>What holds for the row as a whole when only its items say something: undetermined over conditional over unconditional.</summary>
    private static ShareProperty? Strictest(List<EntryContentItem> items)
    {
        ShareProperty? strictest = items.Count == 0 ? null : ShareProperty.Unconditional;
        foreach (var item in items)
            if (item.Share is null) return null;
            else if (item.Share == ShareProperty.Conditional) strictest = ShareProperty.Conditional;
        return strictest;
    }
}
