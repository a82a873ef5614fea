namespace Qingdan.Catalog.Items.Prose;

/// <summary>What the summary of a resource names is no 数据项, somebody of its unit said; it is not proposed again.</summary>
internal sealed class ProseRefusal
{
    public long ResourceId { get; init; }
    public required string RefusedBy { get; init; }
    public DateTimeOffset RefusedAt { get; init; }
}
