namespace Qingdan.Platform.Files;

/// <summary>An uploaded file, kept in pieces in the store.</summary>
public sealed class StoredFile
{
    public long Id { get; init; }

    /// <summary>The name it had at the sender, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Digest { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who sent it.</summary>
    public long ActorId { get; init; }
}
