using Qingdan.Organizations.Contracts;

namespace Qingdan.Organizations.Units;

/// <summary>One unit in the list.</summary>
public sealed record UnitRow(Unit Unit, int Depth, int People, bool HasLiaison);

/// <summary>One merged unit in the list.</summary>
public sealed record MergedRow(long Id, string Name, string Into, long IntoId);

/// <summary>The list of units with its counts.</summary>
public sealed record UnitListView(IReadOnlyList<UnitRow> Rows, IReadOnlyList<MergedRow> Merged, int Page, int Total, int Active, int Proposed, int MergedCount, int WithoutLiaison, bool Keeper, bool Merger)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}
