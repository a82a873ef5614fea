using System.Security.Cryptography;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;

namespace Qingdan.Exchange.Log;

/// <summary>
/// The key of the digests in the log, HMAC-SHA-256: without it nobody can try all ID numbers until one fits. It lies in the data folder (<c>exchange-log.key</c>) and not in the store;
/// several nodes on one PostgreSQL share the file, or digests of the same request differ.
/// </summary>
internal sealed class CallKey(StoreOptions options)
{
    private readonly Lazy<byte[]> _key = new(() => SecretFile.ReadOrMake(Path.GetFullPath(Path.Combine(options.DataFolder, "exchange-log.key"))));

    // The library's one-shot looks its algorithm up at each call.
    [ThreadStatic]
    private static (CallKey Of, IncrementalHash Hash) _own;

    /// <summary>The digest of bytes at hand.</summary>
    public byte[] Digest(ReadOnlySpan<byte> data)
    {
        if (_own.Of != this) _own = (this, Begin());
        _own.Hash.AppendData(data);
        return _own.Hash.GetHashAndReset();
    }

    /// <summary>A digest of what comes in pieces.</summary>
    public IncrementalHash Begin() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key.Value);
}
