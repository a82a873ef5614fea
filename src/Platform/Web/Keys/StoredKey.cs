namespace Qingdan.Platform.Web.Keys;

/// <summary>A key of data protection: session cookies and form tokens are made with it, on every node alike.</summary>
internal sealed class StoredKey
{
    public long Id { get; init; }

    /// <summary>The framework's name of it.</summary>
    public required string Name { get; init; }

    /// <summary>The framework's XML. Whoever reads the store can forge sessions: the store must be guarded as such.</summary>
    public required string Xml { get; init; }
}
