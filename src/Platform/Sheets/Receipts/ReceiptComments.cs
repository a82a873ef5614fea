using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Writing;
using static Qingdan.Platform.Sheets.Receipts.ReceiptParts;

namespace Qingdan.Platform.Sheets.Receipts;

/// <summary>
/// The comments on faulty cells, beside those that people wrote. Those of an earlier receipt go. A sheet whose drawing holds other things than comments keeps it as it is:
/// then the reasons stand in the last column only.
/// </summary>
internal sealed class ReceiptComments
{
    private const string Author = "三清单回执", Type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private readonly ReceiptParts _parts;
    private readonly List<(int Row, int Column, string Author, string Text)> _comments;
    private readonly XDocument _types, _relations;
    private readonly string _path, _drawing;
    private readonly bool _leave;

    public ReceiptComments(ZipArchive zip, ReceiptParts parts, IReadOnlyList<CellRemark> remarks)
    {
        _parts = parts;
        _types = ReceiptWorkbook.Load(zip, "[Content_Types].xml");
        _relations = zip.GetEntry(parts.SheetRelations) is null ? new XDocument(new XElement(Relations + "Relationships")) : ReceiptWorkbook.Load(zip, parts.SheetRelations);
        var own = PackageRelation.Of(zip, parts.Sheet);
        var (comments, drawing) = (own.Find(r => r.Is("comments")), own.Find(r => r.Is("vmlDrawing")));
        _leave = drawing.Path is not null && (comments.Path is null || OtherShapes(zip, drawing.Path));
        (_path, _drawing) = (comments.Path ?? "xl/comments-qingdan.xml", drawing.Path ?? "xl/drawings/vmlDrawing-qingdan.vml");
        _comments = [.. comments.Path is null ? [] : Kept(ReceiptWorkbook.Load(zip, comments.Path)), .. remarks.Where(r => r.Column is not null).GroupBy(r => (r.Row, Column: r.Column!.Value)).Take(ReceiptWorkbook.MostComments)
            .Select(g => (g.Key.Row, g.Key.Column, Author, string.Join('\n', g.Select(r => r.Text).Distinct())))];
        if (_leave) return;
        RelationId = drawing.Id ?? Relate("vmlDrawing", "/" + _drawing);
        if (comments.Path is null) Relate("comments", "/" + _path);
        State();
    }

    /// <summary>The relation that the sheet's drawing names; null when the sheet keeps what it has.</summary>
    public string? RelationId { get; }

    /// <summary>True for a part that <see cref="Write"/> writes.</summary>
    public bool Rewrites(string path) => !_leave && (path == _path || path == _drawing || path == _parts.SheetRelations || path == "[Content_Types].xml");

    public void Write(ZipArchive zip)
    {
        if (_leave) return;
        ReceiptWorkbook.Save(zip, "[Content_Types].xml", _types);
        ReceiptWorkbook.Save(zip, _parts.SheetRelations, _relations);
        var authors = _comments.Select(c => c.Author).Distinct().ToList();
        ReceiptWorkbook.Save(zip, _path, new XDocument(new XElement(Main + "comments", new XElement(Main + "authors", authors.Select(a => new XElement(Main + "author", a))),
            new XElement(Main + "commentList", _comments.OrderBy(c => c.Row).ThenBy(c => c.Column).Select(c => new XElement(Main + "comment",
                new XAttribute("ref", CellReference.Letters(c.Column) + c.Row.ToString(CultureInfo.InvariantCulture)), new XAttribute("authorId", authors.IndexOf(c.Author)),
                new XElement(Main + "text", new XElement(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), CellValue.Text(c.Text)))))))));
        ReceiptWorkbook.Save(zip, _drawing, Shapes());
    }

    private static IEnumerable<(int, int, string, string)> Kept(XDocument comments)
    {
        var authors = comments.Descendants(Main + "author").Select(a => a.Value).ToList();
        foreach (var comment in comments.Descendants(Main + "comment"))
        {
            var author = authors.ElementAtOrDefault((int?)comment.Attribute("authorId") ?? 0) ?? "";
            if (author != Author && CellReference.Read((string)comment.Attribute("ref")!) is { } at) yield return (at.Row, at.Column, author, string.Concat(comment.Descendants(Main + "t").Select(t => t.Value)));
        }
    }

    private static bool OtherShapes(ZipArchive zip, string drawing)
    {
        using var reader = new StreamReader(zip.GetEntry(drawing)!.Open());
        var text = reader.ReadToEnd();
        return text.Split("ObjectType=\"").Skip(1).Any(t => !t.StartsWith("Note\"", StringComparison.Ordinal));
    }

    private string Relate(string type, string target)
    {
        var id = "rIdQingdan" + type;
        _relations.Root!.Add(new XElement(Relations + "Relationship", new XAttribute("Id", id), new XAttribute("Type", Type + type), new XAttribute("Target", target)));
        return id;
    }

    // What kind of part each is, once.
    private void State()
    {
        var root = _types.Root!;
        if (!root.Elements(Types + "Default").Any(d => string.Equals((string?)d.Attribute("Extension"), "vml", StringComparison.OrdinalIgnoreCase)))
            root.AddFirst(new XElement(Types + "Default", new XAttribute("Extension", "vml"), new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.vmlDrawing")));
        if (!root.Elements(Types + "Override").Any(o => (string?)o.Attribute("PartName") == "/" + _path))
            root.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + _path), new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml")));
    }

    // Excel shows a comment only where the old drawing language has a box for it. ECMA-376-4 §19.
    private XDocument Shapes()
    {
        XNamespace v = "urn:schemas-microsoft-com:vml", o = "urn:schemas-microsoft-com:office:office", x = "urn:schemas-microsoft-com:office:excel";
        return new XDocument(new XElement("xml", new XAttribute(XNamespace.Xmlns + "v", v), new XAttribute(XNamespace.Xmlns + "o", o), new XAttribute(XNamespace.Xmlns + "x", x),
            new XElement(v + "shapetype", new XAttribute("id", "_x0000_t202"), new XAttribute("coordsize", "21600,21600"), new XAttribute(o + "spt", "202"), new XAttribute("path", "m,l,21600r21600,l21600,xe")),
            _comments.Select((c, i) => new XElement(v + "shape", new XAttribute("id", $"_x0000_s{1025 + i}"), new XAttribute("type", "#_x0000_t202"),
                new XAttribute("style", "position:absolute;width:220pt;height:80pt;visibility:hidden"), new XAttribute("fillcolor", "#ffffe1"),
                new XElement(x + "ClientData", new XAttribute("ObjectType", "Note"), new XElement(x + "MoveWithCells"), new XElement(x + "SizeWithCells"),
                    new XElement(x + "Anchor", string.Create(CultureInfo.InvariantCulture, $"{c.Column + 1}, 15, {c.Row - 1}, 10, {c.Column + 4}, 15, {c.Row + 4}, 4")),
                    new XElement(x + "AutoFill", "False"), new XElement(x + "Row", c.Row - 1), new XElement(x + "Column", c.Column))))));
    }
}
