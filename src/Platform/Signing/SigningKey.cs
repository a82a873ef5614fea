namespace Qingdan.Platform.Signing;

/// <summary>One of the city's keys; the newest of a suite signs, those before stay for what they signed.</summary>
internal sealed class SigningKey
{
    public long Id { get; init; }

    /// <summary>Name of its <see cref="SigningSuite"/>.</summary>
    public required string Suite { get; init; }

    /// <summary>Digest of the public key, hexadecimal; unique.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>SubjectPublicKeyInfo, PEM.</summary>
    public required string PublicPem { get; init; }

    /// <summary>PKCS#8 under AES-256-GCM by a secret that lies outside the store: nonce, tag and cipher text, base64. Empty once it has been retired: what can sign no more cannot be misused.</summary>
    public string PrivateKey { get; set; } = "";

    public DateTimeOffset Since { get; init; }
    public DateTimeOffset? RetiredAt { get; set; }
}
