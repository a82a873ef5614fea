using System.Security.Cryptography;
using System.Text;

namespace Qingdan.Platform.Files;

/// <summary>
/// Closes secrets that must stand in the store, with AES-256-GCM under a <see cref="SecretFile"/> that does not: nonce, tag and cipher text, base64. What a secret is closed for, it opens for only:
/// who can write to the store cannot move it to another row.
/// </summary>
public sealed class SecretBox(string path)
{
    private const int NonceSize = 12, TagSize = 16;

    /// <summary>Closes it.</summary>
    public string Close(ReadOnlySpan<byte> plain, string boundTo = "")
    {
        using var cipher = Cipher();
        var kept = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(kept.AsSpan(0, NonceSize));
        cipher.Encrypt(kept.AsSpan(0, NonceSize), plain, kept.AsSpan(NonceSize + TagSize), kept.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(boundTo));
        return Convert.ToBase64String(kept);
    }

    /// <summary>Opens it; what was tampered with, or closed under another secret or for something else, makes a <see cref="CryptographicException"/>.</summary>
    public byte[] Open(string closed, string boundTo = "")
    {
        using var cipher = Cipher();
        var kept = new byte[closed.Length];
        if (!Convert.TryFromBase64String(closed, kept, out var length) || length < NonceSize + TagSize) throw new CryptographicException("This is no closed secret.");
        var plain = new byte[length - NonceSize - TagSize];
        cipher.Decrypt(kept.AsSpan(0, NonceSize), kept.AsSpan(NonceSize + TagSize, plain.Length), kept.AsSpan(NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(boundTo));
        return plain;
    }

    private AesGcm Cipher() => new(SecretFile.ReadOrMake(Path.GetFullPath(path)), TagSize);
}
