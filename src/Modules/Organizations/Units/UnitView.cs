using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Transfers;

namespace Qingdan.Organizations.Units;

/// <summary>A person of the unit as shown on the unit's page.</summary>
public sealed record UnitPersonRow(long Id, string Name, string Roles, string DeputyOf);

/// <summary>One event in the unit's life, already in words.</summary>
public sealed record HistoryRow(string Title, DateOnly Day, string Document, string Note, string By);

/// <summary>One unit with all that belongs to it.</summary>
/// <param name="Unit">The record; of a merged unit as it was.</param>
/// <param name="MergedInto">The unit it became part of.</param>
/// <param name="Parent">The unit above.</param>
/// <param name="Children">The units directly below.</param>
/// <param name="Names">Other names: alias, former; name and kind.</param>
/// <param name="Merged">Units that became part of this one.</param>
/// <param name="People">People in use; empty when the reader may not see them.</param>
/// <param name="History">Newest first.</param>
/// <param name="Keeper">True when the reader may edit.</param>
/// <param name="Merger">True when the reader may merge.</param>
public sealed record UnitView(
    Unit Unit, Unit? MergedInto, Unit? Parent, IReadOnlyList<Unit> Children, IReadOnlyList<(string Name, string Kind)> Names, IReadOnlyList<MergedRow> Merged,
    IReadOnlyList<UnitPersonRow> People, IReadOnlyList<HistoryRow> History, bool Keeper, bool Merger)
{
    /// <summary>职能划转 out and in that the reader may see.</summary>
    public IReadOnlyList<TransferLineRow> Transfers { get; init; } = [];

    /// <summary>True when the reader may record one.</summary>
    public bool MovesDuties { get; init; }

    /// <summary>Most people that are shown.</summary>
    public const int MostPeople = 200;
}
