using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Qingdan.Exchange.Log;

/// <summary>
/// How records are chained: SHA-256 over the digest before, as 64 hexadecimal digits, and the record's line (<see cref="CallLine"/>). So <c>openssl</c> can compute it from an export alone.
/// The first follows a digest of the node and of when it began.
/// </summary>
internal static class LogChain
{
    /// <summary>Bytes of a digest.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const int OnStack = 2048;

    /// <summary>What the first record of a node follows.</summary>
    public static byte[] Start(long node, DateTimeOffset created) =>
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"created\":{created.ToUnixTimeMilliseconds()},\"node\":{node}}}")));

    /// <summary>The digest after this line.</summary>
    public static void Next(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> line, Span<byte> digest)
    {
        var length = 2 * Size + line.Length;
        var text = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        Convert.TryToHexStringLower(previous, text, out _);
        line.CopyTo(text[(2 * Size)..]);
        SHA256.HashData(text[..length], digest);
    }
}
