using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Meanings;

/// <summary>What was decided about items of one name.</summary>
public enum MeaningState
{
    /// <summary>待定.</summary>
    Open,

    /// <summary>已定数源: one unit is responsible for the data, others share them from there.</summary>
    Decided,

    /// <summary>不是同一含义: one name, different data.</summary>
    Different,
}

/// <summary>Items of one meaning, whichever units have them (政务数据共享条例 19: where several units collect data, one is named their source).</summary>
internal sealed class Meaning
{
    public long Id { get; init; }

    /// <summary>See <see cref="MeaningKey"/>.</summary>
    public required string NameKey { get; init; }

    /// <summary>The name as it was first met.</summary>
    public required string Name { get; init; }

    public int Units { get; init; }
    public int Resources { get; init; }
    public int Items { get; init; }

    /// <summary>True when data type or length, where stated, is not the same everywhere.</summary>
    public bool Differs { get; init; }

    public MeaningState State { get; set; }

    /// <summary>数源单位; 0 for none.</summary>
    public long SourceUnitId { get; set; }

    /// <summary>The document that names it, if there is one.</summary>
    public string Document { get; set; } = "";

    public string Why { get; set; } = "";
    public string DecidedBy { get; set; } = "";
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Grows with every decision: the guard against two people deciding at once.</summary>
    public int Edit { get; set; }
}

/// <summary>A resource in force that has items of a meaning; type and length are those of the first. Empty and 0 say: not stated.</summary>
internal sealed record MeaningMember
{
    public long ResourceId { get; init; }
    public long MeaningId { get; init; }
    public long UnitId { get; init; }
    public required string DataType { get; init; }
    public int Length { get; init; }
    public int Items { get; init; }
}

/// <summary>How many resources and items of a unit have a meaning with this type and length.</summary>
internal sealed class MeaningCount
{
    public long MeaningId { get; init; }
    public long UnitId { get; init; }
    public required string DataType { get; init; }
    public int Length { get; init; }
    public int Resources { get; init; }
    public int Items { get; init; }
}

/// <summary>Words for meanings.</summary>
internal static class MeaningWords
{
    /// <summary>The Chinese word.</summary>
    public static string Text(this MeaningState state) => state switch { MeaningState.Open => "待定", MeaningState.Decided => "已定数源", _ => "不是同一含义" };

    /// <summary>The colour.</summary>
    public static Tone Tone(this MeaningState state) => state switch { MeaningState.Open => Platform.Web.Tone.Warn, MeaningState.Decided => Platform.Web.Tone.Ok, _ => Platform.Web.Tone.Idle };
}
