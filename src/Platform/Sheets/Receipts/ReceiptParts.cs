using System.IO.Compression;
using System.Xml.Linq;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Reading.Xlsx;

namespace Qingdan.Platform.Sheets.Receipts;

/// <summary>Which parts of a workbook hold the sheet, its relations and the styles.</summary>
internal sealed class ReceiptParts
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    public static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public ReceiptParts(ZipArchive zip, string sheet)
    {
        // The archive is the caller's.
        var package = new XlsxPackage(zip);
        Styles = package.Part("styles")?.FullName ?? "";
        Sheet = package.Sheets.FirstOrDefault(s => s.Name == sheet)?.Entry.FullName ?? throw new InvalidDataException($"The workbook has no sheet {sheet}.");
        SheetRelations = PackageRelation.PartOf(Sheet);
    }

    public string Sheet { get; }

    public string SheetRelations { get; }

    public string Styles { get; }

    /// <summary>True for a part that is written anew.</summary>
    public bool Rewritten(string path, ReceiptComments comments) => path == Sheet || path == Styles || comments.Rewrites(path);
}
