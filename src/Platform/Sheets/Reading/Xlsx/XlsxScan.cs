using System.IO.Compression;
using System.Xml;

namespace Qingdan.Platform.Sheets.Reading.Xlsx;

/// <summary>What stands behind the rows of a sheet and is needed before them: which cells are merged. Looked for among the bytes first: reading millions of cells for it would cost as much as using them.</summary>
internal static class XlsxScan
{
    private static ReadOnlySpan<byte> Merged => "mergeCell "u8;

    private static ReadOnlySpan<byte> RowEnd => "row>"u8;

    /// <summary>The merged cells, and about how many rows there are.</summary>
    public static (List<Merge> Merges, long Rows) Of(ZipArchiveEntry sheet)
    {
        var (any, rows) = Bytes(sheet);
        return (any ? Merges(sheet) : [], rows);
    }

    private static (bool AnyMerged, long Rows) Bytes(ZipArchiveEntry sheet)
    {
        var (buffer, kept, any, rows) = (new byte[128 * 1024], 0, false, 0L);
        using var content = sheet.Open();
        while (content.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            ReadOnlySpan<byte> window = buffer.AsSpan(0, kept + read);
            any |= window.IndexOf(Merged) >= 0;
            rows += window[Math.Max(0, kept - RowEnd.Length + 1)..].Count(RowEnd);
            kept = Math.Min(Merged.Length - 1, window.Length);
            window[^kept..].CopyTo(buffer);
        }
        return (any, rows);
    }

    private static List<Merge> Merges(ZipArchiveEntry sheet)
    {
        var merges = new List<Merge>();
        using var reader = PackageXml.Open(sheet);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "mergeCell" || reader.GetAttribute("ref")?.Split(':') is not [var from, var to]) continue;
            if (CellReference.Read(from) is { } first && CellReference.Read(to) is { } last) merges.Add(new(first.Row, first.Column, last.Row, last.Column));
        }
        return merges;
    }
}
