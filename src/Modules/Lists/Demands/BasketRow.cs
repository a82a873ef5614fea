namespace Qingdan.Lists.Demands;

/// <summary>需求篮: a catalogue row that a person has picked and not yet asked for.</summary>
internal sealed class BasketRow
{
    public long PersonId { get; init; }
    public long ResourceId { get; init; }

    /// <summary>The items picked, ids separated by commas; empty for all.</summary>
    public string ItemIds { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
