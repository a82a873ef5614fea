namespace Qingdan.Catalog.Versions;

/// <summary>The next version of a published resource while its unit works on it.</summary>
internal sealed class ResourceDraft
{
    public long ResourceId { get; init; }

    /// <summary>A <see cref="ResourceContent"/> as JSON.</summary>
    public required string Content { get; set; }

    public long AuthorId { get; set; }
    public required string AuthorName { get; set; }

    /// <summary>Guard against two people saving one draft.</summary>
    public int Edit { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
