using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;

namespace Qingdan.Platform.Signing;

/// <summary>A public key of the city as everybody may know it.</summary>
/// <param name="Suite">Name of its suite.</param>
/// <param name="Fingerprint">Digest of the public key.</param>
/// <param name="Pem">SubjectPublicKeyInfo.</param>
/// <param name="Since">When it was made.</param>
/// <param name="RetiredAt">When it signed for the last time; null while it signs.</param>
public sealed record KnownKey(string Suite, string Fingerprint, string Pem, DateTimeOffset Since, DateTimeOffset? RetiredAt);

/// <summary>That bytes were signed, and with which key.</summary>
/// <param name="Signature">DER, base64.</param>
/// <param name="Algorithm">Name of the suite.</param>
/// <param name="Fingerprint">Of the key.</param>
public sealed record Attestation(string Signature, string Algorithm, string Fingerprint);

/// <summary>
/// Signs with the city's keys. Private halves are kept encrypted in the store; the secret that opens them lies in the data folder (<c>signing.key</c>) and not in the store.
/// Rotating makes a new key and destroys the private half of the one before; its public half stays with its days.
/// </summary>
public sealed class SigningKeys(Store store, StoreOptions options, SigningOptions chosen, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>The suite that this city signs with.</summary>
    public SigningSuite Suite => chosen.Suite;

    /// <summary>All keys, the newest first.</summary>
    public async Task<IReadOnlyList<KnownKey>> All(CancellationToken cancel) =>
        [.. (await store.Set<SigningKey>().AsNoTracking().OrderByDescending(k => k.Id).ToListAsync(cancel)).Select(Known)];

    /// <summary>The key that signs now; one is made when there is none yet.</summary>
    public async Task<KnownKey> Current(CancellationToken cancel) => Known(await Signing(cancel));

    /// <summary>Signs these bytes.</summary>
    public async Task<Attestation> Sign(byte[] data, CancellationToken cancel)
    {
        var key = await Signing(cancel);
        return new Attestation(Convert.ToBase64String(Suite.Sign(Box().Open(key.PrivateKey), data)), key.Suite, key.Fingerprint);
    }

    /// <summary>Makes a new key; the caller saves. What the former signed stays valid.</summary>
    public async Task<KnownKey> Rotate(Actor actor, CancellationToken cancel)
    {
        foreach (var former in await store.Set<SigningKey>().Where(k => k.Suite == Suite.Name && k.RetiredAt == null).ToListAsync(cancel)) (former.RetiredAt, former.PrivateKey) = (clock.GetUtcNow(), "");
        var key = New();
        store.Add(key);
        audit.Add(actor, SigningAudit.Rotated, new Subject(SigningAudit.Kind, key.Id, key.Fingerprint), after: new { key.Suite, key.Fingerprint });
        return Known(key);
    }

    private async Task<SigningKey> Signing(CancellationToken cancel)
    {
        if (await Find(cancel) is { } known) return known;
        var made = New();
        // Of two that make the first one only one counts: a suite has one key that signs.
        await store.Execute(
            "INSERT INTO platform_signing_keys (id, suite, fingerprint, public_pem, private_key, since) VALUES (@id, @suite, @fingerprint, @public, @private, @since) ON CONFLICT DO NOTHING", cancel,
            ("id", made.Id), ("suite", made.Suite), ("fingerprint", made.Fingerprint), ("public", made.PublicPem), ("private", made.PrivateKey), ("since", made.Since.ToUnixTimeMilliseconds()));
        return (await Find(cancel))!;
    }

    private Task<SigningKey?> Find(CancellationToken cancel) => store.Set<SigningKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Suite == Suite.Name && k.RetiredAt == null, cancel);

    private SigningKey New()
    {
        var pair = Suite.NewKeys();
        return new SigningKey { Id = ids.Next(), Suite = Suite.Name, Fingerprint = Suite.Read(pair.PublicPem).Value.Fingerprint, PublicPem = pair.PublicPem, PrivateKey = Box().Close(pair.PrivateKey), Since = clock.GetUtcNow() };
    }

    private SecretBox Box() => new(Path.Combine(options.DataFolder, "signing.key"));

    private static KnownKey Known(SigningKey key) => new(key.Suite, key.Fingerprint, key.PublicPem, key.Since, key.RetiredAt);
}
