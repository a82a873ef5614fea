using Qingdan.Platform.Files;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Tells an OpenDocument spreadsheet from other archives, and that it may be unpacked.</summary>
internal static class OpenDocument
{
    private const string Spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";

    /// <summary>True for a spreadsheet; other archives are for others to judge.</summary>
    public static bool Is(Stream stream)
    {
        stream.Position = 0;
        try
        {
            using var zip = PackedFile.Open(stream);
            if (zip.GetEntry("mimetype") is not { Length: < 200 } kind) return false;
            using var reader = new StreamReader(kind.Open());
            return reader.ReadToEnd().StartsWith(Spreadsheet, StringComparison.Ordinal);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Refuses a password and what grows beyond measure when unpacked.</summary>
    public static void Check(Stream stream)
    {
        stream.Position = 0;
        using var zip = PackedFile.Open(stream);
        if (zip.GetEntry("content.xml") is not { } content) throw new SheetException(SheetFaults.NoWorkbook);
        if (content.Length > SheetLimits.UnpackedBytes || (content.Length > 32L << 20 && content.Length / Math.Max(1, content.CompressedLength) > SheetLimits.UnpackedRatio)) throw new SheetException(SheetFaults.Bomb);
        if (zip.GetEntry("META-INF/manifest.xml") is not { Length: < 1 << 20 } manifest) return;
        using var reader = new StreamReader(manifest.Open());
        if (reader.ReadToEnd().Contains("encryption-data", StringComparison.Ordinal)) throw new SheetException(SheetFaults.Password);
    }
}
