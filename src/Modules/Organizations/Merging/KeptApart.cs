namespace Qingdan.Organizations.Merging;

/// <summary>A pair that somebody said are two units.</summary>
internal sealed class KeptApart
{
    public long LowId { get; init; }
    public long HighId { get; init; }
    public DateTimeOffset At { get; init; }
    public long PersonId { get; init; }
    public string PersonName { get; init; } = "";
}
