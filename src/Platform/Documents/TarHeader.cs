using System.Globalization;
using System.Text;

namespace Qingdan.Platform.Documents;

/// <summary>
/// The header of a file in the one form that our archives have: POSIX ustar, no owner, no time. So every byte of an archive follows from its files,
/// and one that was altered is found. Written here since the library writes a header only when it knows the content, and ours are streamed.
/// </summary>
public static class TarHeader
{
    /// <summary>Bytes of a header, and what a file's content is filled up to.</summary>
    public const int Block = 512;

    /// <summary>Two empty blocks end an archive.</summary>
    public const int End = 2 * Block;

    private const int NameSize = 100, SizeAt = 124, ChecksumAt = 148, TypeAt = 156, MagicAt = 257;

    /// <summary>How many bytes fill a content of this length up to whole blocks.</summary>
    public static int Padding(long length) => (int)((Block - length % Block) % Block);

    /// <summary>The header of a file; names are ASCII and short.</summary>
    public static byte[] Of(string name, long size)
    {
        var header = new byte[Block];
        if (Encoding.ASCII.GetBytes(name, header) > NameSize) throw new ArgumentException("Names in an archive have at most 100 letters.", nameof(name));
        Octal(header, 100, 8, 0x1A4); // rw-r--r--
        Octal(header, 108, 8, 0);
        Octal(header, 116, 8, 0);
        Octal(header, SizeAt, 12, size);
        Octal(header, 136, 12, 0);
        header[TypeAt] = (byte)'0';
        "ustar\0"u8.CopyTo(header.AsSpan(MagicAt));
        "00"u8.CopyTo(header.AsSpan(MagicAt + 6));
        // The sum counts its own field as spaces.
        header.AsSpan(ChecksumAt, 8).Fill((byte)' ');
        var sum = 0;
        foreach (var b in header) sum += b;
        Octal(header, ChecksumAt, 7, sum);
        return header;
    }

    /// <summary>Name and size of a header; null when it is not of the one form.</summary>
    public static (string Name, long Size)? Read(byte[] header)
    {
        var name = Encoding.ASCII.GetString(header, 0, NameSize).TrimEnd('\0');
        var digits = Encoding.ASCII.GetString(header, SizeAt, 11);
        if (name.Length == 0 || !digits.All(char.IsAsciiDigit) || digits.Any(d => d > '7')) return null;
        var size = Convert.ToInt64(digits, 8);
        return Of(name, size).AsSpan().SequenceEqual(header) ? (name, size) : null;
    }

    private static void Octal(byte[] header, int at, int width, long value) =>
        Encoding.ASCII.GetBytes(Convert.ToString(value, 8).PadLeft(width - 1, '0').ToString(CultureInfo.InvariantCulture), 0, width - 1, header, at);
}
