using System.IO.Compression;
using System.Xml;
using Qingdan.Platform.Files;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Platform.Documents;

/// <summary>The kinds of document that offices send along.</summary>
public enum DocumentKind
{
    Pdf,
    Jpeg,
    Png,

    /// <summary>Text document since Word 2007.</summary>
    Docx,

    /// <summary>Workbook since Excel 2007.</summary>
    Xlsx,

    /// <summary>版式文档 (GB/T 33190).</summary>
    Ofd,
}

/// <summary>What a document is by its name and by its bytes, and the texts in it. The stream must be seekable; it is left open.</summary>
public static class DocumentFile
{
    // Unpacked; a document made to fill the memory is refused.
    private const long MostBytes = 256L << 20;

    /// <summary>What its name says; null for another ending.</summary>
    public static DocumentKind? Named(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PDF" => DocumentKind.Pdf,
        ".JPG" or ".JPEG" => DocumentKind.Jpeg,
        ".PNG" => DocumentKind.Png,
        ".DOCX" => DocumentKind.Docx,
        ".XLSX" => DocumentKind.Xlsx,
        ".OFD" => DocumentKind.Ofd,
        _ => null,
    };

    /// <summary>What its bytes say; null for another kind.</summary>
    public static DocumentKind? KindOf(Stream content)
    {
        content.Position = 0;
        var head = new byte[8];
        var start = head.AsSpan(0, content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        content.Position = 0;
        if (start.StartsWith("%PDF"u8)) return DocumentKind.Pdf;
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return DocumentKind.Jpeg;
        if (start.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47])) return DocumentKind.Png;
        return start.StartsWith("PK"u8) ? Packed(content) : null;
    }

    /// <summary>
    /// Every text of an office document, a paragraph at a time, headers, footers and remarks too; none of a picture or a PDF, whose texts are not read.
    /// Throws <see cref="SheetException"/> or <see cref="InvalidDataException"/> where it is damaged or grows beyond measure.
    /// </summary>
    public static IEnumerable<string> Texts(Stream content, DocumentKind kind) => kind switch
    {
        DocumentKind.Docx => Paragraphs(content, "word/", "p", "t"),
        DocumentKind.Ofd => Paragraphs(content, "", "TextObject", "TextCode"),
        DocumentKind.Xlsx => Cells(content),
        _ => [],
    };

    private static DocumentKind? Packed(Stream content)
    {
        try
        {
            using var zip = PackedFile.Open(content);
            if (zip.GetEntry("OFD.xml") is not null) return DocumentKind.Ofd;
            if (zip.GetEntry("[Content_Types].xml") is null) return null;
            return zip.GetEntry("word/document.xml") is not null ? DocumentKind.Docx : zip.GetEntry("xl/workbook.xml") is not null ? DocumentKind.Xlsx : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Cells(Stream content)
    {
        WorkbookGuard.Check(content);
        return SheetFile.Texts(content, new SheetChoice(SheetFormat.Xlsx, null, null, null, 0, [])).Select(t => t.Text);
    }

    private static List<string> Paragraphs(Stream content, string folder, string paragraph, string text)
    {
        content.Position = 0;
        using var zip = PackedFile.Open(content);
        var parts = zip.Entries.Where(e => e.FullName.StartsWith(folder, StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList();
        if (parts.Sum(p => p.Length) > MostBytes) throw new InvalidDataException("The document grows beyond measure when it is unpacked.");
        try
        {
            return [.. parts.SelectMany(p => Read(p, paragraph, text))];
        }
        catch (XmlException e)
        {
            throw new InvalidDataException("A part of the document is no XML.", e);
        }
    }

    private static List<string> Read(ZipArchiveEntry part, string paragraph, string text)
    {
        using var reader = PackageXml.Open(part);
        var (read, runs, within) = (new List<string>(), new List<string>(), false);
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == text) within = !reader.IsEmptyElement;
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && within) runs.Add(reader.Value);
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == text) within = false;
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == paragraph)
            {
                read.Add(string.Concat(runs));
                runs.Clear();
            }
        read.Add(string.Concat(runs));
        return read;
    }
}
