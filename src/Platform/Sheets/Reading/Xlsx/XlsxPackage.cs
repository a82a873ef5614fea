using System.IO.Compression;
using System.Xml;
using Qingdan.Platform.Files;

namespace Qingdan.Platform.Sheets.Reading.Xlsx;

/// <summary>A sheet of a workbook and the part that holds it.</summary>
internal sealed record XlsxPart(string Name, bool Hidden, ZipArchiveEntry Entry);

/// <summary>A workbook since Excel 2007 as the package it is (ISO/IEC 29500-1 and -2): its sheets, its shared texts, its formats.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly List<PackageRelation> _relations;
    private XlsxTexts? _texts;
    private XlsxFormats? _formats;

    /// <summary>The workbook in an open archive; refused when there is none.</summary>
    public XlsxPackage(ZipArchive zip)
    {
        _zip = zip;
        var root = PackageRelation.Of(zip, "").Find(r => r.Is("officeDocument")).Path;
        if (root is null || zip.GetEntry(root) is not { } workbook) throw new SheetException(SheetFaults.NoWorkbook);
        _relations = PackageRelation.Of(zip, root);
        (Sheets, From1904) = Read(workbook);
    }

    /// <summary>In the order of the workbook; charts and macro sheets left out.</summary>
    public IReadOnlyList<XlsxPart> Sheets { get; }

    /// <summary>True where days are counted from 1904, as old workbooks of the Macintosh do.</summary>
    public bool From1904 { get; }

    /// <summary>Texts that cells point at.</summary>
    public XlsxTexts Texts => _texts ??= XlsxTexts.Of(Part("sharedStrings"));

    /// <summary>How numbers are shown, by style.</summary>
    public XlsxFormats Formats => _formats ??= XlsxFormats.Of(Part("styles"));

    /// <summary>Opens it; the stream stays open.</summary>
    public static XlsxPackage Open(Stream stream)
    {
        stream.Position = 0;
        return new(PackedFile.Open(stream));
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>The part of a kind (styles, sharedStrings); null where there is none.</summary>
    public ZipArchiveEntry? Part(string kind) => _relations.Find(r => r.Is(kind)).Path is { } path ? _zip.GetEntry(path) : null;

    private (List<XlsxPart> Sheets, bool From1904) Read(ZipArchiveEntry workbook)
    {
        var (sheets, from1904) = (new List<XlsxPart>(), false);
        using var reader = PackageXml.Open(workbook);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "workbookPr") from1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
            if (reader.LocalName != "sheet" || reader.GetAttribute("name") is not { } name) continue;
            var id = RelationId(reader);
            if (_relations.Find(r => r.Id == id && r.Is("worksheet")).Path is { } path && _zip.GetEntry(path) is { } entry) sheets.Add(new(name, reader.GetAttribute("state") is "hidden" or "veryHidden", entry));
        }
        return (sheets, from1904);
    }

    // r:id, whatever the prefix: the transitional and the strict form differ in the namespace.
    private static string? RelationId(XmlReader reader)
    {
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            var (found, value) = (reader.LocalName == "id" && reader.NamespaceURI.Length > 0, reader.Value);
            reader.MoveToElement();
            if (found) return value;
        }
        return null;
    }
}
