using System.IO.Compression;
using Qingdan.Platform.Files;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Looks at a workbook's parts before they are unpacked: that it is one, and that it does not grow beyond measure.</summary>
internal static class WorkbookGuard
{
    // Small parts may shrink as far as they like.
    private const long Large = 32L << 20;

    public static void Check(Stream stream)
    {
        stream.Position = 0;
        using var zip = Open(stream);
        if (!zip.Entries.Any(e => e.FullName.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase) || e.FullName.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)))
            throw new SheetException(SheetFaults.NoWorkbook);
        // Unpacking stops at the length that the directory states, so the statement can be relied on.
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            var ratio = entry.Length / Math.Max(1, entry.CompressedLength);
            var shared = entry.Name.StartsWith("sharedStrings", StringComparison.OrdinalIgnoreCase);
            if (total > SheetLimits.UnpackedBytes || (entry.Length > Large && ratio > SheetLimits.UnpackedRatio) || (shared && entry.Length > SheetLimits.SharedTextBytes))
                throw new SheetException(SheetFaults.Bomb);
        }
    }

    private static ZipArchive Open(Stream stream)
    {
        try
        {
            var zip = PackedFile.Open(stream);
            _ = zip.Entries;
            return zip;
        }
        catch (InvalidDataException e)
        {
            // The directory stands at the end of the file.
            throw new SheetException(SheetFaults.Truncated, e);
        }
    }
}
