using System.Text;

namespace Qingdan.Tests.Unit.Sheets;

/// <summary>Smallest files of the old kind: a compound document of one stream ([MS-CFB]) with the records of a workbook ([MS-XLS]).</summary>
internal static class OldWorkbook
{
    private const int Sector = 512;

    public static Stream Of(params string[][] rows) => Compound("Workbook", Records([], rows));

    /// <summary>XOR obfuscation with a key that fits no password of ours.</summary>
    public static Stream Protected() => Compound("Workbook", Records(Record(0x2F, [0, 0, 0x34, 0x12, 0x78, 0x56]), ["名称"]));

    public static Stream Document() => Compound("WordDocument", new byte[4096]);

    private static byte[] Records(byte[] afterBegin, params string[][] rows)
    {
        byte[] globals = [.. Record(0x809, [0, 6, 5, 0, .. new byte[12]]), .. afterBegin];
        var name = Encoding.Unicode.GetBytes("表");
        var place = globals.Length + 4 + 4 + 2 + 2 + name.Length + 4;
        byte[] sheets = [.. Record(0x85, [.. BitConverter.GetBytes(place), 0, 0, 1, 1, .. name]), .. Record(0x0A, [])];
        List<byte> sheet = [.. Record(0x809, [0, 6, 0x10, 0, .. new byte[12]])];
        for (var r = 0; r < rows.Length; r++)
            for (var c = 0; c < rows[r].Length; c++)
                sheet.AddRange(Record(0x204, [(byte)r, 0, (byte)c, 0, 0, 0, (byte)rows[r][c].Length, 0, 1, .. Encoding.Unicode.GetBytes(rows[r][c])]));
        sheet.AddRange(Record(0x0A, []));
        return [.. globals, .. sheets, .. sheet];
    }

    private static byte[] Record(ushort kind, byte[] content) => [.. BitConverter.GetBytes(kind), .. BitConverter.GetBytes((ushort)content.Length), .. content];

    // Header, allocation table, directory, then the stream, filled up to 4,096 bytes because smaller ones are kept elsewhere.
    private static MemoryStream Compound(string name, byte[] content)
    {
        Array.Resize(ref content, Math.Max(4096, (content.Length + Sector - 1) / Sector * Sector));
        var file = new byte[Sector * 3 + content.Length];
        void Int(int place, params int[] values) { for (var i = 0; i < values.Length; i++) BitConverter.TryWriteBytes(file.AsSpan(place + 4 * i), values[i]); }
        void Entry(int number, string entry, byte kind, int child, int start, int size)
        {
            var at = Sector * 2 + 128 * number;
            Encoding.Unicode.GetBytes(entry).CopyTo(file, at);
            (file[at + 64], file[at + 66], file[at + 67]) = ((byte)(2 * entry.Length + 2), kind, 1);
            Int(at + 68, -1, -1, child);
            Int(at + 116, start, size);
        }
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file, 0);
        (file[24], file[26], file[28], file[29], file[30], file[32]) = (0x3E, 3, 0xFE, 0xFF, 9, 6);
        Int(44, 1, 1, 0, 4096, -2, 0, -2, 0, 0);
        Int(80, [.. Enumerable.Repeat(-1, 108)]);
        Int(Sector, [.. Enumerable.Repeat(-1, 128)]);
        Int(Sector, -3, -2);
        for (var i = 0; i < content.Length / Sector; i++) Int(Sector + 4 * (2 + i), i + 1 < content.Length / Sector ? 3 + i : -2);
        Entry(0, "Root Entry", 5, 1, -2, 0);
        Entry(1, name, 2, -1, 2, content.Length);
        content.CopyTo(file, Sector * 3);
        return new MemoryStream(file);
    }
}
