using System.IO.Compression;
using System.Xml.Linq;

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
        var (relations, path) = Find(zip, sheet);
        Styles = relations.Find(r => r.Type.EndsWith("/styles", StringComparison.Ordinal)).Path ?? "";
        Sheet = path ?? throw new InvalidDataException($"The workbook has no sheet {sheet}.");
        SheetRelations = RelationsOf(Sheet);
    }

    public string Sheet { get; }

    public string SheetRelations { get; }

    public string Styles { get; }

    /// <summary>The part of a sheet; null when the workbook has none of that name.</summary>
    public static string? SheetOf(ZipArchive zip, string sheet) => Find(zip, sheet).Sheet;

    private static (List<(string Id, string Type, string Path)> Relations, string? Sheet) Find(ZipArchive zip, string sheet)
    {
        if (Targets(zip, "_rels/.rels", "").Find(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Path is not { } root || zip.GetEntry(root) is null) return ([], null);
        var relations = Targets(zip, RelationsOf(root), root);
        var id = ReceiptWorkbook.Load(zip, root).Descendants().Where(e => e.Name.LocalName == "sheet" && (string?)e.Attribute("name") == sheet)
            .Select(e => e.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value).FirstOrDefault();
        return (relations, relations.Find(r => r.Id == id).Path);
    }

    /// <summary>True for a part that is written anew.</summary>
    public bool Rewritten(string path, ReceiptComments comments) => path == Sheet || path == Styles || comments.Rewrites(path);

    /// <summary>The relations of a part, with the paths they lead to.</summary>
    public static List<(string Id, string Type, string Path)> Targets(ZipArchive zip, string relations, string from) => zip.GetEntry(relations) is null ? [] :
    [
        .. ReceiptWorkbook.Load(zip, relations).Root!.Elements(Relations + "Relationship").Where(r => (string?)r.Attribute("TargetMode") != "External")
            .Select(r => ((string)r.Attribute("Id")!, (string)r.Attribute("Type")!, Resolve(from, (string)r.Attribute("Target")!))),
    ];

    private static string RelationsOf(string part)
    {
        var slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    // A target is relative to the folder of the part, or from the root.
    private static string Resolve(string from, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var folders = from.Split('/')[..^1].ToList();
        foreach (var step in target.Split('/'))
            if (step != "..") folders.Add(step);
            else if (folders.Count > 0) folders.RemoveAt(folders.Count - 1);
        return string.Join('/', folders);
    }
}
