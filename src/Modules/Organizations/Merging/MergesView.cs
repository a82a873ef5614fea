using Qingdan.Organizations.Contracts;

namespace Qingdan.Organizations.Merging;

/// <summary>One proposal as shown.</summary>
public sealed record ProposalRow(Unit Keep, Unit Merge, bool Likely, string Reason);

/// <summary>Proposals, and what was typed to merge by hand.</summary>
public sealed record MergesView(IReadOnlyList<ProposalRow> Rows, int Page, int Total, string From, string Into)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 25;
}
