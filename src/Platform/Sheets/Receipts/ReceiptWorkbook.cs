using System.IO.Compression;
using System.Xml.Linq;

namespace Qingdan.Platform.Sheets.Receipts;

/// <summary>
/// 原样回执: the workbook that was sent, with faulty cells in red, comments on them and a last column with the reasons. Everything else stays byte by byte what
/// it was; the sheet itself is streamed, so that memory does not grow with its rows.
/// </summary>
public static class ReceiptWorkbook
{
    /// <summary>Most comments; further faults stand in the last column only.</summary>
    internal const int MostComments = 5_000;

    /// <summary>True when the workbook has formats of cells, as all but the barest have: without them nothing in it can be coloured.</summary>
    public static bool Takes(Stream source, string sheet)
    {
        source.Position = 0;
        using var read = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        return new ReceiptParts(read, sheet).Styles is { Length: > 0 } styles && Load(read, styles).Root!.Element(ReceiptParts.Main + "cellXfs") is not null;
    }

    /// <summary>Writes the receipt of one sheet.</summary>
    /// <param name="source">The workbook as it was sent; seekable.</param>
    /// <param name="target">Where the receipt goes.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="headerRow">Number of the last row of its header.</param>
    /// <param name="reasons">The column of reasons.</param>
    /// <param name="remarks">What is wrong.</param>
    public static void Write(Stream source, Stream target, string sheet, int headerRow, ReasonColumn reasons, IReadOnlyList<CellRemark> remarks)
    {
        source.Position = 0;
        using var read = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        using var write = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var parts = new ReceiptParts(read, sheet);
        var styles = new ReceiptStyles(Load(read, parts.Styles));
        var comments = new ReceiptComments(read, parts, remarks);
        foreach (var entry in read.Entries)
        {
            if (parts.Rewritten(entry.FullName, comments)) continue;
            using var from = entry.Open();
            using var to = write.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
            from.CopyTo(to);
        }
        using (var from = read.GetEntry(parts.Sheet)!.Open())
        using (var to = write.CreateEntry(parts.Sheet, CompressionLevel.Fastest).Open())
            new ReceiptSheet(styles, remarks, headerRow, reasons, comments.RelationId).Copy(from, to);
        Save(write, parts.Styles, styles.Document);
        comments.Write(write);
    }

    internal static XDocument Load(ZipArchive zip, string path)
    {
        using var stream = (zip.GetEntry(path) ?? throw new InvalidDataException($"The workbook has no {path}.")).Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    internal static void Save(ZipArchive zip, string path, XDocument document)
    {
        using var stream = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        document.Save(stream, SaveOptions.DisableFormatting);
    }
}
