namespace Qingdan.Platform.Audit;

/// <summary>Where the chain ends: the last event sealed, its digest, and a keyed digest over both.</summary>
internal sealed class AuditHead
{
    /// <summary>The only row's key.</summary>
    public const long Only = 1;

    public long Id { get; init; } = Only;
    public long Seal { get; set; }
    public required string Digest { get; set; }
    public required string Mac { get; set; }
}
