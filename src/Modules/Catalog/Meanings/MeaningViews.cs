using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Meanings;

/// <summary>A page of meanings.</summary>
/// <param name="Rows">Those that most units have first; what nearly every unit has comes last.</param>
/// <param name="Next">What the next page begins behind; null at the end.</param>
/// <param name="States">How many there are of each state.</param>
/// <param name="Units">Units for the filter; only for those who see all.</param>
public sealed record MeaningList(IReadOnlyList<MeaningRow> Rows, string? Next, IReadOnlyDictionary<MeaningState, int> States, IReadOnlyList<(long Id, string Name)> Units);

/// <summary>Items of one meaning: how many units, resources and items there are, whether type or length differ, what was decided.</summary>
/// <param name="Everywhere">True when nearly every unit has such an item.</param>
/// <param name="Source">The source's short name; empty while none is named.</param>
public sealed record MeaningRow(long Id, string Name, int Units, int Resources, int Items, bool Differs, bool Everywhere, MeaningState State, long SourceId, string Source);

/// <summary>One meaning, the units side by side.</summary>
public sealed record MeaningView
{
    public required MeaningRow Row { get; init; }
    public required IReadOnlyList<MeaningHolder> Holders { get; init; }

    /// <summary>Some resources of each unit, not more than a person compares.</summary>
    public required IReadOnlyList<MeaningItem> Items { get; init; }

    public required string Document { get; init; }
    public required string Why { get; init; }
    public required string DecidedBy { get; init; }
    public required DateTimeOffset? DecidedAt { get; init; }
    public required int Edit { get; init; }

    /// <summary>True when this person decides.</summary>
    public required bool MayDecide { get; init; }
}

/// <summary>A unit that has such items.</summary>
public sealed record MeaningHolder(long UnitId, string Unit, int Resources);

/// <summary>An item with what of its resource helps to say whose the data are.</summary>
public sealed record MeaningItem(long ResourceId, string Resource, long UnitId, string Unit, string Name, string DataType, int? Length, string Note, ShareProperty? Share, bool ShareStated, UpdateFrequency? Frequency);
