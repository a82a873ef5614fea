using System.Security.Cryptography;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Signing;

/// <summary>ECDSA over P-256 with SHA-256, by the framework.</summary>
internal sealed class EcdsaSuite : SigningSuite
{
    public override string Name => "ECDSA-P256-SHA256";

    public override Digest NewDigest() => new Sha256Digest();

    public override byte[] DigestOf(ReadOnlySpan<byte> data) => SHA256.HashData(data);

    public override KeyPair NewKeys()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new KeyPair(key.ExportSubjectPublicKeyInfoPem(), key.ExportPkcs8PrivateKey());
    }

    public override byte[] Sign(ReadOnlySpan<byte> privateKey, byte[] data)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        return key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public override Result<PublicKey> Read(string pem)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return Unreadable();
        }
        // A private key or one over another curve would verify too, but it is not what was asked for.
        if (key.ExportParameters(false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value) return Unreadable();
        var info = key.ExportSubjectPublicKeyInfo();
        return new PublicKey(Convert.ToHexStringLower(SHA256.HashData(info)), (data, signature) => Verify(info, data, signature));
    }

    private static bool Verify(byte[] info, byte[] data, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(info, out _);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private sealed class Sha256Digest : Digest
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override void Append(ReadOnlySpan<byte> data) => _hash.AppendData(data);

        public override void Finish(Span<byte> digest) => _hash.GetHashAndReset(digest);

        public override void Dispose() => _hash.Dispose();
    }
}
