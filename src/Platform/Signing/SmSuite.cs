using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Signing;

/// <summary>SM2 with SM3, by BouncyCastle; the signer's name is the usual 1234567812345678 (GB/T 35276), which openssl takes as <c>distid</c>.</summary>
internal sealed class SmSuite : SigningSuite
{
    public override string Name => "SM2-SM3";

    public override Digest NewDigest() => new Sm3();

    public override byte[] DigestOf(ReadOnlySpan<byte> data)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(data);
        var result = new byte[DigestSize];
        digest.DoFinal(result);
        return result;
    }

    public override KeyPair NewKeys()
    {
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(GMObjectIdentifiers.sm2p256v1, new SecureRandom()));
        var pair = generator.GenerateKeyPair();
        var info = SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(pair.Public).GetDerEncoded();
        return new KeyPair(System.Security.Cryptography.PemEncoding.WriteString("PUBLIC KEY", info), PrivateKeyInfoFactory.CreatePrivateKeyInfo(pair.Private).GetDerEncoded());
    }

    public override byte[] Sign(ReadOnlySpan<byte> privateKey, byte[] data)
    {
        var signer = new SM2Signer();
        signer.Init(forSigning: true, PrivateKeyFactory.CreateKey(privateKey.ToArray()));
        signer.BlockUpdate(data, 0, data.Length);
        return signer.GenerateSignature();
    }

    public override Result<PublicKey> Read(string pem)
    {
        if (!System.Security.Cryptography.PemEncoding.TryFind(pem, out var found) || pem[found.Label] != "PUBLIC KEY") return Unreadable();
        try
        {
            var info = Convert.FromBase64String(pem[found.Base64Data]);
            if (PublicKeyFactory.CreateKey(info) is not ECPublicKeyParameters key || !GMObjectIdentifiers.sm2p256v1.Equals(key.PublicKeyParamSet)) return Unreadable();
            return new PublicKey(Convert.ToHexStringLower(DigestOf(info)), (data, signature) => Verify(key, data, signature));
        }
        // BouncyCastle says in many ways that bytes are no key.
        catch (Exception e) when (e is ArgumentException or FormatException or IOException or InvalidOperationException or GeneralSecurityException)
        {
            return Unreadable();
        }
    }

    private static bool Verify(ECPublicKeyParameters key, byte[] data, byte[] signature)
    {
        var signer = new SM2Signer();
        signer.Init(forSigning: false, key);
        signer.BlockUpdate(data, 0, data.Length);
        return signer.VerifySignature(signature);
    }

    private sealed class Sm3 : Digest
    {
        private readonly SM3Digest _digest = new();

        public override void Append(ReadOnlySpan<byte> data) => _digest.BlockUpdate(data);

        public override void Finish(Span<byte> digest) => _digest.DoFinal(digest);

        public override void Dispose() => _digest.Reset();
    }
}
