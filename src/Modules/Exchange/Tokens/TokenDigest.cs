using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Qingdan.Exchange.Tokens;

/// <summary>SHA-256 of a token or secret, as a value that a dictionary compares without allocating.</summary>
internal readonly record struct TokenDigest(ulong A, ulong B, ulong C, ulong D)
{
    private const int LongestOnStack = 256;

    /// <summary>The digest of a text.</summary>
    public static TokenDigest Of(ReadOnlySpan<char> text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        var bytes = Encoding.UTF8.GetMaxByteCount(text.Length) <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], digest);
        return MemoryMarshal.Read<TokenDigest>(digest);
    }

    /// <summary>The digest of a stored text (hexadecimal).</summary>
    public static TokenDigest Parse(string hex) => MemoryMarshal.Read<TokenDigest>(Convert.FromHexString(hex));

    /// <summary>As it is stored.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        MemoryMarshal.Write(bytes, this);
        return Convert.ToHexStringLower(bytes);
    }
}
