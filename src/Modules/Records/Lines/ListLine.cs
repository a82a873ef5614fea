namespace Qingdan.Records.Lines;

/// <summary>What an entry of a list said from one moment to another (条目的沿革). Written once; only its end is added.</summary>
internal sealed class ListLine
{
    public long Id { get; init; }

    /// <summary>As <c>IEditionList.Name</c>.</summary>
    public required string List { get; init; }

    /// <summary>The row of the list.</summary>
    public long EntryId { get; init; }

    /// <summary>Its number, or what stands for it while it has none; unique among the lines in force, and their order in editions (by code unit).</summary>
    public required string Key { get; init; }

    public long UnitId { get; init; }
    public DateTimeOffset FromAt { get; init; }

    /// <summary>Null while it is in force.</summary>
    public DateTimeOffset? ToAt { get; init; }

    /// <summary>RFC 8785, as an edition has it.</summary>
    public required string Content { get; init; }
}
