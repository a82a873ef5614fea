using System.IO.Compression;
using System.Xml;
using Qingdan.Platform.Sheets.Receipts;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Formulas of a sheet that failed (#N/A, #REF! …): the library for workbooks takes their cells for empty. Only of .xlsx; few sheets have any.</summary>
internal static class WorkbookErrors
{
    /// <summary>Row → column and error; empty for a sheet without.</summary>
    public static ILookup<int, (int Column, string Error)> Of(Stream stream, string sheet)
    {
        var errors = new List<(int Row, int Column, string Error)>();
        if (FileContent.Binary(stream) == SheetFormat.Xlsx)
        {
            stream.Position = 0;
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (ReceiptParts.SheetOf(zip, sheet) is not { } path || zip.GetEntry(path) is not { } part) return errors.ToLookup(e => e.Row, e => (e.Column, e.Error));
            SharedTexts.Check(zip, part);
            if (Any(part)) errors = Read(part);
        }
        return errors.ToLookup(e => e.Row, e => (e.Column, e.Error));
    }

    // Looked for among the bytes first: parsing costs far more.
    private static bool Any(ZipArchiveEntry part)
    {
        using var content = part.Open();
        var (buffer, kept) = (new byte[64 * 1024], 0);
        while (content.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            var window = buffer.AsSpan(0, kept + read);
            if (window.IndexOf("t=\"e\""u8) >= 0) return true;
            kept = Math.Min(4, window.Length);
            window[^kept..].CopyTo(buffer);
        }
        return false;
    }

    private static List<(int, int, string)> Read(ZipArchiveEntry part)
    {
        var errors = new List<(int, int, string)>();
        using var content = part.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            while (reader.Read())
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" } && reader.GetAttribute("t") == "e" && reader.GetAttribute("r") is { } reference && reader.ReadToDescendant("v", reader.NamespaceURI))
                    if (CellReference.Read(reference) is { } at) errors.Add((at.Row, at.Column, reader.ReadElementContentAsString()));
        }
        catch (XmlException e)
        {
            throw new SheetException(SheetFaults.Broken, e);
        }
        return errors;
    }
}
