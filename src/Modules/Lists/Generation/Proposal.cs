using Qingdan.Lists.Findings;
using Qingdan.Lists.Responsibilities;

namespace Qingdan.Lists.Generation;

/// <summary>What follows from one resource: at most one row in each list, and what hinders them.</summary>
internal sealed record Proposal(EntryProposal? Entry, NegativeProposal? Negative, IReadOnlyList<Notice> Notices);

/// <summary>A proposed row of the 责任清单.</summary>
/// <param name="Content">What it would say.</param>
/// <param name="ShareStated">False when the share property is only inferred.</param>
/// <param name="Rule">The rule it follows from.</param>
/// <param name="Demands">The demands that ask for it.</param>
/// <param name="Digest">Covers <paramref name="Content"/> with the ids of its items.</param>
internal sealed record EntryProposal(EntryContent Content, bool ShareStated, string Rule, IReadOnlyList<DemandStanding> Demands, string Digest)
{
    /// <summary>
    /// True when a row with this digest says the same. One written before its resource had a code does: a code names, and decides nothing.
    /// </summary>
    public bool Says(string digest) => digest == Digest || (Content.Code.Length > 0 && digest == new ContentDigest().Of(Content with { Code = "" }));

    /// <summary>Ids of the demands, ascending.</summary>
    public string DemandIds => Demands.Count == 0 ? "" : string.Join(',', Demands.Select(d => d.Id).Order());
}

/// <summary>A proposed row of the 负面清单; without items it is the whole resource.</summary>
internal sealed record NegativeProposal(string Name, string Code, string Reason, int Version, IReadOnlyList<NegativeProposalItem> Items, string Digest)
{
    /// <summary>True when a row with this digest says the same, be it without the code that its resource has got since.</summary>
    public bool Says(string digest) => digest == Digest || (Code.Length > 0 && digest == new ContentDigest().Of(Name, "", Reason, Items));
}

/// <summary>An item 不予共享.</summary>
internal sealed record NegativeProposalItem(long Id, int Place, string Name);
