using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;

namespace Qingdan.Workflow.Proofs;

/// <summary>Signs with the city's key. The private half is kept encrypted in the store; the secret that opens it lies in the data folder (<c>proof.key</c>).</summary>
internal sealed class CityKey(Store store, StoreOptions options, TimeProvider clock)
{
    // The password is 256 random bits: stretching it would protect nothing more.
    private static readonly PbeParameters Pbe = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000);

    /// <summary>The public half, PEM; a key is made when there is none yet.</summary>
    public async Task<string> PublicPem(CancellationToken cancel) => (await Row(cancel)).PublicPem;

    /// <summary>The signature of these bytes and the fingerprint of the key.</summary>
    public async Task<(string Signature, string Fingerprint)> Sign(byte[] payload, CancellationToken cancel)
    {
        using var key = ECDsa.Create();
        key.ImportFromEncryptedPem((await Row(cancel)).PrivatePem, Password());
        return (Convert.ToBase64String(key.SignData(payload, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)), Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())));
    }

    private async Task<ProofKey> Row(CancellationToken cancel)
    {
        if (await Find(cancel) is { } row) return row;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = new ProofKey { Id = ProofKey.Only, PublicPem = key.ExportSubjectPublicKeyInfoPem(), PrivatePem = key.ExportEncryptedPkcs8PrivateKeyPem(Password(), Pbe), At = clock.GetUtcNow() };
        // Of two that make one only the first counts.
        await store.Execute("INSERT INTO workflow_proof_keys (id, public_pem, private_pem, at) VALUES (@id, @public, @private, @at) ON CONFLICT (id) DO NOTHING", cancel,
            ("id", made.Id), ("public", made.PublicPem), ("private", made.PrivatePem), ("at", made.At.ToUnixTimeMilliseconds()));
        return (await Find(cancel))!;
    }

    private Task<ProofKey?> Find(CancellationToken cancel) => store.Set<ProofKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Id == ProofKey.Only, cancel);

    private string Password() => Convert.ToHexStringLower(SecretFile.ReadOrMake(Path.GetFullPath(Path.Combine(options.DataFolder, "proof.key"))));
}
