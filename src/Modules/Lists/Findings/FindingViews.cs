using Qingdan.Platform.Web;

namespace Qingdan.Lists.Findings;

/// <summary>One finding. <paramref name="Text"/> is a Chinese sentence with the values <paramref name="Args"/>.</summary>
/// <param name="Place">Address of the place to mend it.</param>
public sealed record FindingRow(
    long Id, string Code, string Title, string Severity, Tone Tone, string Provider, string Subject, string Text, IReadOnlyList<string> Args, string Anchor, string Place);

/// <summary>How many findings of a severity.</summary>
public sealed record FindingTile(string Value, string Text, Tone Tone, long Count);

/// <summary>How many findings of a kind.</summary>
public sealed record FindingKindView(string Code, string Title, string Anchor, Tone Tone, long Count);

/// <summary>How many findings of a unit.</summary>
public sealed record FindingUnit(string Id, string Name, long Count);

/// <summary>The page of the 问题清单. <paramref name="All"/>: findings the reader may see, unfiltered.</summary>
public sealed record FindingListView(
    IReadOnlyList<FindingTile> Tiles, IReadOnlyList<FindingKindView> Kinds, IReadOnlyList<FindingUnit> Units, IReadOnlyList<FindingRow> Rows, int Page, int Size, long Total, long All);
