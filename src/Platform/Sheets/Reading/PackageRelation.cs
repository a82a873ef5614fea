using System.IO.Compression;
using System.Xml;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>A relation between two parts of a package (ISO/IEC 29500-2).</summary>
/// <param name="Id">What the part names it by.</param>
/// <param name="Type">What kind of part it leads to.</param>
/// <param name="Path">Where to, from the root of the package.</param>
internal readonly record struct PackageRelation(string Id, string Type, string Path)
{
    /// <summary>True for a kind: worksheet, styles, sharedStrings.</summary>
    public bool Is(string kind) => Type.EndsWith($"/{kind}", StringComparison.Ordinal);

    /// <summary>Where the relations of a part stand; the empty path is the package itself.</summary>
    public static string PartOf(string part)
    {
        var slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    /// <summary>The relations of a part, without those that lead out of the package.</summary>
    public static List<PackageRelation> Of(ZipArchive zip, string part)
    {
        var relations = new List<PackageRelation>();
        if (zip.GetEntry(PartOf(part)) is not { } entry) return relations;
        using var reader = PackageXml.Open(entry);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External" && reader.GetAttribute("Target") is { } target)
                relations.Add(new(reader.GetAttribute("Id") ?? "", reader.GetAttribute("Type") ?? "", Resolve(part, target)));
        return relations;
    }

    // A target is relative to the folder of the part, or from the root.
    private static string Resolve(string from, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var folders = from.Split('/')[..^1].ToList();
        foreach (var step in target.Split('/'))
            if (step is "." or "") continue;
            else if (step != "..") folders.Add(step);
            else if (folders.Count > 0) folders.RemoveAt(folders.Count - 1);
        return string.Join('/', folders);
    }
}
