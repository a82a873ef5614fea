using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Records.Findings;

/// <summary>One finding. <paramref name="Args"/> fill the sentence of its kind.</summary>
/// <param name="Place">Address of the place to mend it: for people of its unit the form, for others the page.</param>
/// <param name="Own">True for the reader's own unit.</param>
/// <param name="Cells">Where it sits.</param>
public sealed record FindingRow(long Id, FindingKind Kind, string Provider, string Subject, IReadOnlyList<string> Args, IReadOnlyList<FindingCell> Cells, string Place, bool Own, bool Waived, long ResourceId)
{
    /// <summary>Where a cell is mended.</summary>
    public string PlaceOf(FindingCell cell) => Place.EndsWith("/edit", StringComparison.Ordinal) ? $"{Place}#{FormFaults.IdOf(cell.Field)}" : Place;
}

/// <summary>How many findings of a severity.</summary>
public sealed record FindingTile(string Value, string Text, Tone Tone, long Count);

/// <summary>How many findings of a kind.</summary>
public sealed record FindingKindView(FindingKind Kind, long Count);

/// <summary>How many findings of a unit.</summary>
public sealed record FindingUnit(string Id, string Name, long Count);

/// <summary>The page of the 问题清单. <paramref name="All"/>: findings the reader may see, unfiltered; <paramref name="Waived"/>: those that waivers cover.</summary>
/// <param name="Chosen">The one kind that is shown; null for several.</param>
public sealed record FindingListView(
    IReadOnlyList<FindingTile> Tiles, IReadOnlyList<FindingKindView> Kinds, IReadOnlyList<FindingUnit> Units, IReadOnlyList<FindingRow> Rows, int Page, int Size, long Total, long All, long Waived, FindingKind? Chosen);
