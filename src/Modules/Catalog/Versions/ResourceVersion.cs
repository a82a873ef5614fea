namespace Qingdan.Catalog.Versions;

/// <summary>A superseded version of a resource.</summary>
internal sealed class ResourceVersion
{
    public long Id { get; init; }
    public long ResourceId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    /// <summary>A <see cref="ResourceContent"/> as JSON.</summary>
    public required string Content { get; init; }

    public DateTimeOffset ReplacedAt { get; init; }
    public required string ReplacedBy { get; init; }

    /// <summary>The import that replaced it; 0 for by hand. Undoing the import brings it back.</summary>
    public long ImportId { get; init; }
}
