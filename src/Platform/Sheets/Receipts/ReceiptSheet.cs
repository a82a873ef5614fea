using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Qingdan.Platform.Sheets.Writing;
using static Qingdan.Platform.Sheets.Receipts.ReceiptParts;

namespace Qingdan.Platform.Sheets.Receipts;

/// <summary>Copies a sheet row by row, marks faulty cells and writes the reasons behind the last column of the header.</summary>
internal sealed class ReceiptSheet(ReceiptStyles styles, IReadOnlyList<CellRemark> remarks, int headerRow, ReasonColumn reasons, string? drawing)
{
    // What may follow the drawing of the comments: it must stand before the first of these. ECMA-376-1 §18.3.1.99.
    private static readonly string[] Later = ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    private readonly ILookup<int, CellRemark> _remarks = remarks.ToLookup(r => r.Row);
    private const double Width = 60;
    private int _row;
    private bool _drawn, _wide;

    public void Copy(Stream from, Stream to)
    {
        using var reader = XmlReader.Create(from, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        using var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) });
        reader.Read();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" } && reader.NamespaceURI == Main.NamespaceName) Row(reader, writer);
            else if (reader is { NodeType: XmlNodeType.Element, Depth: 1 }) Section(reader, writer);
            else if (reader is { NodeType: XmlNodeType.EndElement, Depth: 0 })
            {
                Draw(writer);
                Shallow(reader, writer);
            }
            else Shallow(reader, writer);
        }
    }

    private void Section(XmlReader reader, XmlWriter writer)
    {
        if (reader.LocalName == "legacyDrawing" && drawing is not null) reader.Skip();
        // The stated size would be too narrow; readers count for themselves.
        else if (reader.LocalName == "dimension") reader.Skip();
        else
        {
            if (Later.Contains(reader.LocalName)) Draw(writer);
            if (reader.LocalName == "cols") Widen((XElement)XNode.ReadFrom(reader), writer);
            else if (reader.LocalName == "sheetData")
            {
                Widen(new XElement(Main + "cols"), writer);
                Shallow(reader, writer);
            }
            else writer.WriteNode(reader, defattr: false);
        }
    }

    // The reasons are sentences. A stretch of columns that reaches over theirs keeps what it says of the others.
    private void Widen(XElement columns, XmlWriter writer)
    {
        if (_wide) return;
        _wide = true;
        var at = reasons.Column + 1;
        foreach (var stretch in columns.Elements(Main + "col").Where(c => (int)c.Attribute("min")! <= at && at <= (int)c.Attribute("max")!).ToList())
        {
            var after = new XElement(stretch);
            after.SetAttributeValue("min", at + 1);
            if ((int)after.Attribute("max")! > at) stretch.AddAfterSelf(after);
            stretch.SetAttributeValue("max", at - 1);
            if ((int)stretch.Attribute("min")! >= at) stretch.Remove();
        }
        var own = new XElement(Main + "col", new XAttribute("min", at), new XAttribute("max", at), new XAttribute("width", Width), new XAttribute("customWidth", 1));
        if (columns.Elements(Main + "col").LastOrDefault(c => (int)c.Attribute("max")! < at) is { } before) before.AddAfterSelf(own);
        else columns.AddFirst(own);
        columns.WriteTo(writer);
    }

    private void Draw(XmlWriter writer)
    {
        if (drawing is null || _drawn) return;
        _drawn = true;
        writer.WriteStartElement("legacyDrawing", Main.NamespaceName);
        writer.WriteAttributeString("r", "id", Office.NamespaceName, drawing);
        writer.WriteEndElement();
    }

    private static void Shallow(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var empty = reader.IsEmptyElement;
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, defattr: false);
                if (empty) writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement: writer.WriteFullEndElement(); break;
            case XmlNodeType.XmlDeclaration: break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.Text: writer.WriteString(reader.Value); break;
            default: break;
        }
        reader.Read();
    }

    private void Row(XmlReader reader, XmlWriter writer)
    {
        _row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : _row + 1;
        var said = _remarks[_row].ToList();
        if (_row != headerRow && said.Count == 0 && (!reasons.Earlier || _row < headerRow))
        {
            writer.WriteNode(reader, defattr: false);
            return;
        }
        var row = (XElement)XNode.ReadFrom(reader);
        row.Attribute("spans")?.Remove();
        if (_row == headerRow) Text(row, reasons.Column, reasons.Header);
        else Mark(row, said);
        row.WriteTo(writer);
    }

    private void Mark(XElement row, List<CellRemark> said)
    {
        foreach (var (cell, place) in row.Elements(Main + "c").Select((c, i) => (c, i)).ToList())
            if (said.Exists(r => r.Column == Column(cell, place))) cell.SetAttributeValue("s", styles.RedOf(Style(cell)));
            else if (reasons.Earlier) cell.SetAttributeValue("s", styles.PlainOf(Style(cell)));
        foreach (var missing in said.Select(r => r.Column).OfType<int>().Distinct().Where(c => Find(row, c) is null)) Put(row, missing).SetAttributeValue("s", styles.RedOf(0));
        if (said.Count > 0 || Find(row, reasons.Column) is not null) Text(row, reasons.Column, string.Join('\n', said.Select(r => r.Text).Distinct()));
    }

    private static int Style(XElement cell) => (int?)cell.Attribute("s") ?? 0;

    private void Text(XElement row, int column, string text)
    {
        var cell = Find(row, column) ?? Put(row, column);
        cell.RemoveNodes();
        cell.SetAttributeValue("s", styles.Reason);
        cell.SetAttributeValue("t", text.Length == 0 ? null : "inlineStr");
        if (text.Length > 0) cell.Add(new XElement(Main + "is", new XElement(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), CellValue.Text(text))));
    }

    private static XElement? Find(XElement row, int column) => row.Elements(Main + "c").Where((c, i) => Column(c, i) == column).FirstOrDefault();

    private XElement Put(XElement row, int column)
    {
        var cell = new XElement(Main + "c", new XAttribute("r", CellReference.Letters(column) + _row.ToString(CultureInfo.InvariantCulture)));
        var after = row.Elements(Main + "c").Where((c, i) => Column(c, i) < column).LastOrDefault();
        if (after is null) row.AddFirst(cell);
        else after.AddAfterSelf(cell);
        return cell;
    }

    // A cell without a reference stands behind the one before it.
    private static int Column(XElement cell, int place) => (string?)cell.Attribute("r") is { } reference && CellReference.Read(reference) is { } at ? at.Column : place;
}
