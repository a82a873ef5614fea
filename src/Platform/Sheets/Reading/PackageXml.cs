using System.IO.Compression;
using System.Xml;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Reads the XML parts of a packed workbook: no document types, nothing from outside. What is damaged throws; <see cref="SheetFile"/> makes it the sentence for it.</summary>
internal static class PackageXml
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };

    /// <summary>A reader that closes the part when it is disposed.</summary>
    public static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(part.Open(), Settings);

    /// <summary>The next node, and true until it is the end of the element that began at this depth.</summary>
    public static bool Within(XmlReader reader, int depth) => reader.Read() && !(reader.Depth == depth && reader.NodeType == XmlNodeType.EndElement);
}
