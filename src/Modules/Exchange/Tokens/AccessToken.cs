namespace Qingdan.Exchange.Tokens;

/// <summary>访问令牌: opaque, an hour long; its digest alone is kept.</summary>
internal sealed class AccessToken
{
    /// <summary>SHA-256, hexadecimal; unique.</summary>
    public required string Digest { get; init; }

    public long ApplicationId { get; init; }

    /// <summary>The secret it was issued for: it holds no longer than that.</summary>
    public long SecretId { get; init; }

    /// <summary>Grows with time: by it nodes find what others have issued.</summary>
    public long Revision { get; init; }

    public DateTimeOffset Until { get; init; }
}
