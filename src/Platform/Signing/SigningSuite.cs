using Qingdan.Platform.Results;

namespace Qingdan.Platform.Signing;

/// <summary>
/// How bytes are digested and signed: one digest of 32 bytes with one signature. Which one a city uses is its choice (<c>Signing:Suite</c>);
/// what was signed by the other stays verifiable. A 数字校验, never called a seal.
/// </summary>
public abstract class SigningSuite
{
    /// <summary>Bytes of a digest in every suite.</summary>
    public const int DigestSize = 32;

    private protected SigningSuite()
    {
    }

    /// <summary>ECDSA over P-256 with SHA-256 (FIPS 186-5).</summary>
    public static SigningSuite Ecdsa { get; } = new EcdsaSuite();

    /// <summary>SM2 with SM3 (GB/T 32918, GB/T 32905).</summary>
    public static SigningSuite Sm { get; } = new SmSuite();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SigningSuite> All { get; } = [Ecdsa, Sm];

    /// <summary>As it stands in files: <c>ECDSA-P256-SHA256</c>, <c>SM2-SM3</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The suite of this name; null when there is none.</summary>
    public static SigningSuite? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    /// <summary>A new digest to add bytes to.</summary>
    public abstract Digest NewDigest();

    /// <summary>A new key pair.</summary>
    public abstract KeyPair NewKeys();

    /// <summary>Signature in DER (RFC 3279) of the bytes; <paramref name="privateKey"/> is PKCS#8.</summary>
    public abstract byte[] Sign(ReadOnlySpan<byte> privateKey, byte[] data);

    /// <summary>The public key of a PEM text, or that it cannot be read as one of this suite.</summary>
    public abstract Result<PublicKey> Read(string pem);

    /// <summary>The digest of the bytes.</summary>
    public abstract byte[] DigestOf(ReadOnlySpan<byte> data);

    /// <summary>Says that a text is no public key of this suite.</summary>
    protected Fault Unreadable() => new("signing.key.unreadable", "公钥文件读不懂：应是 PEM 格式的 {0} 公钥。", "key", FaultKind.Invalid, Name);
}

/// <summary>A digest that bytes are added to; after <see cref="Finish"/> it begins anew.</summary>
public abstract class Digest : IDisposable
{
    /// <summary>Adds bytes.</summary>
    public abstract void Append(ReadOnlySpan<byte> data);

    /// <summary>Writes the digest of all that was added, 32 bytes.</summary>
    public abstract void Finish(Span<byte> digest);

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>A new key pair.</summary>
/// <param name="PublicPem">SubjectPublicKeyInfo, PEM.</param>
/// <param name="PrivateKey">PKCS#8, DER.</param>
public sealed record KeyPair(string PublicPem, byte[] PrivateKey);

/// <summary>A public key that was read.</summary>
/// <param name="Fingerprint">Digest of the SubjectPublicKeyInfo by the suite's own digest, hexadecimal.</param>
/// <param name="Verify">True when the signature (DER) of these bytes was made with its private half.</param>
public sealed record PublicKey(string Fingerprint, Func<byte[], byte[], bool> Verify);
