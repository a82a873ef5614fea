using System.Security.Cryptography;
using System.Text;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;

namespace Qingdan.Platform.Audit;

/// <summary>
/// The key that authenticates the end of the audit chain (ADR 6). It lies in the data folder and not in the store, so that who can write to the store alone cannot
/// cut the chain or compute it anew. Several nodes on one PostgreSQL share the file.
/// </summary>
internal sealed class AuditKey(StoreOptions options)
{
    private byte[]? _key;

    /// <summary>Where the key lies.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(options.DataFolder, "audit.key"));

    /// <summary>True when this machine has the key.</summary>
    public bool Known => _key is not null || File.Exists(Path);

    /// <summary>HMAC-SHA-256 over seal and digest, hexadecimal; a key is made when there is none yet.</summary>
    public string Mac(long seal, string digest) => Convert.ToHexStringLower(HMACSHA256.HashData(_key ??= SecretFile.ReadOrMake(Path), Encoding.ASCII.GetBytes($"{seal}:{digest}")));

    /// <summary>True when the head was made with this key.</summary>
    public bool Made(AuditHead head) => Known && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Mac(head.Seal, head.Digest)), Encoding.ASCII.GetBytes(head.Mac));
}
