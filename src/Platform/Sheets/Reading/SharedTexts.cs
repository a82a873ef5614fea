using System.Buffers.Text;
using System.IO.Compression;
using System.Xml;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>
/// Whether every cell that points at a shared text points at one there is. The library for workbooks takes the number of a missing text for the text itself; a wrong text
/// in place of a lost one is worse than a refusal.
/// </summary>
internal static class SharedTexts
{
    private const int Around = 256;

    /// <summary>Refuses a sheet that names a shared text beyond the last.</summary>
    public static void Check(ZipArchive zip, ZipArchiveEntry sheet)
    {
        var last = Largest(sheet);
        if (last >= 0 && last >= Count(zip)) throw new SheetException(SheetFaults.Broken);
    }

    private static long Count(ZipArchive zip)
    {
        if (zip.Entries.FirstOrDefault(e => e.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)) is not { } part) return 0;
        using var content = part.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var count = 0L;
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "si" }) count++;
        return count;
    }

    // Among the bytes: parsing millions of cells for one number would cost as much as reading them. -1 where no cell points at a text.
    private static long Largest(ZipArchiveEntry sheet)
    {
        using var content = sheet.Open();
        var (buffer, kept, largest) = (new byte[256 * 1024], 0, -1L);
        while (content.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false) is var read and > 0)
        {
            ReadOnlySpan<byte> window = buffer.AsSpan(0, kept + read);
            var done = 0;
            for (var at = window.IndexOf("t=\"s\""u8); at >= 0; at = window[done..].IndexOf("t=\"s\""u8) is var next and >= 0 ? done + next : -1)
            {
                // What is cut by the end of the piece is looked at with the next.
                if (at + Around > window.Length && window.Length == buffer.Length) break;
                done = at + 5;
                var cell = window[done..Math.Min(window.Length, done + Around)];
                if (cell.IndexOf("v>"u8) is var value and >= 0 && Utf8Parser.TryParse(cell[(value + 2)..], out long index, out _)) largest = Math.Max(largest, index);
            }
            kept = Math.Min(Around, window.Length - Math.Min(done, window.Length));
            window[^kept..].CopyTo(buffer);
        }
        return largest;
    }
}
