using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Qingdan.Tests.Support;

/// <summary>Changes a filled-in workbook as a person does in Excel: cells by column name, rows by what they are called.</summary>
public sealed class WorkbookEdit : IDisposable
{
    private const int NameRow = 5, FirstRow = 7;
    private readonly MemoryStream _content;
    private readonly SpreadsheetDocument _document;
    private readonly SheetData _data;

    public WorkbookEdit(byte[] file, string sheet = "填报表")
    {
        _content = new MemoryStream();
        _content.Write(file);
        _document = SpreadsheetDocument.Open(_content, true);
        var book = _document.WorkbookPart!;
        var id = book.Workbook!.Descendants<Sheet>().First(s => s.Name == sheet).Id!;
        Part = (WorksheetPart)book.GetPartById(id!);
        _data = Part.Worksheet!.GetFirstChild<SheetData>()!;
    }

    public WorksheetPart Part { get; }

    /// <summary>The rows below the header that have a name, by that name.</summary>
    public IReadOnlyList<uint> Rows => [.. _data.Elements<Row>().Where(r => r.RowIndex! >= FirstRow && Text(r.RowIndex!, Header("名称")) is { Length: > 0 }).Select(r => r.RowIndex!.Value)];

    /// <summary>The row of this name.</summary>
    public uint RowOf(string name) => Rows.First(r => Text(r, Header("名称")) == name);

    /// <summary>Letters of the column whose header ends with a text.</summary>
    public string Header(string name) => Try(name) ?? throw new InvalidOperationException($"No column {name}");

    private string? Try(string name) => _data.Elements<Row>().Where(r => r.RowIndex! is { Value: NameRow or NameRow - 1 }).SelectMany(r => r.Elements<Cell>())
        .Where(c => c.InnerText.TrimEnd('*', ' ').EndsWith(name, StringComparison.Ordinal)).Select(c => string.Concat(c.CellReference!.Value!.TakeWhile(char.IsLetter))).FirstOrDefault();

    public string Text(uint row, string column) => Cell(row, column)?.InnerText ?? "";

    public string Value(uint row, string header) => Text(row, Header(header));

    /// <summary>Whether a cell is coloured as wrong.</summary>
    public bool IsRed(uint row, string header)
    {
        var styles = _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(Cell(row, Header(header))?.StyleIndex?.Value ?? 0));
        return styles.Fills!.Elements<Fill>().ElementAt((int)(format.FillId?.Value ?? 0)).PatternFill?.ForegroundColor?.Rgb?.Value == "FFFFC7CE";
    }

    /// <summary>Writes a text.</summary>
    public WorkbookEdit Set(uint row, string header, string text) => Put(row, header, c =>
    {
        c.DataType = CellValues.InlineString;
        c.CellFormula = null;
        c.CellValue = null;
        c.InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    });

    /// <summary>Writes a number, as Excel does when it takes a text for one.</summary>
    public WorkbookEdit Number(uint row, string header, string number) => Put(row, header, c =>
    {
        c.DataType = null;
        c.InlineString = null;
        c.CellValue = new CellValue(number);
    });

    /// <summary>Writes an error of a formula.</summary>
    public WorkbookEdit Error(uint row, string header, string error) => Put(row, header, c =>
    {
        c.DataType = CellValues.Error;
        c.InlineString = null;
        c.CellValue = new CellValue(error);
    });

    /// <summary>Copies a row below the last one, without its mark.</summary>
    public uint Copy(uint row, bool withMark = false)
    {
        var copy = (Row)Find(row).CloneNode(true);
        var last = Rows[^1] + 1;
        foreach (var old in _data.Elements<Row>().Where(r => r.RowIndex! >= last).OrderByDescending(r => r.RowIndex!.Value)) Move(old, old.RowIndex!.Value + 1);
        Move(copy, last);
        _data.InsertAfter(copy, Find(last - 1));
        if (!withMark) Set(last, "行标识（请勿改动）", "");
        return last;
    }

    /// <summary>Takes a whole row out.</summary>
    public WorkbookEdit Delete(uint row)
    {
        Find(row).Remove();
        return this;
    }

    public WorkbookEdit Hide(uint row)
    {
        Find(row).Hidden = true;
        return this;
    }

    public WorkbookEdit Merge(string reference)
    {
        Part.Worksheet!.GetFirstChild<MergeCells>()!.Append(new MergeCell { Reference = reference });
        return this;
    }

    public void Dispose()
    {
        _document.Dispose();
        _content.Dispose();
    }

    public byte[] Save()
    {
        Part.Worksheet!.Save();
        _document.Save();
        _document.Dispose();
        return _content.ToArray();
    }

    private WorkbookEdit Put(uint row, string header, Action<Cell> write)
    {
        write(Cell(row, Header(header)) ?? Add(row, Header(header)));
        return this;
    }

    private Cell? Cell(uint row, string column) => _data.Elements<Row>().FirstOrDefault(r => r.RowIndex! == row)?.Elements<Cell>().FirstOrDefault(c => c.CellReference == $"{column}{row}");

    private Cell Add(uint row, string column)
    {
        var cell = new Cell { CellReference = $"{column}{row}" };
        var after = Find(row).Elements<Cell>().LastOrDefault(c => Before(c.CellReference!.Value!, $"{column}{row}"));
        if (after is null) Find(row).InsertAt(cell, 0);
        else Find(row).InsertAfter(cell, after);
        return cell;
    }

    private static bool Before(string a, string b) => a.Length != b.Length ? a.Length < b.Length : string.CompareOrdinal(a, b) < 0;

    private Row Find(uint row) => _data.Elements<Row>().First(r => r.RowIndex! == row);

    private static void Move(Row row, uint to)
    {
        row.RowIndex = to;
        foreach (var cell in row.Elements<Cell>()) cell.CellReference = string.Concat(cell.CellReference!.Value!.TakeWhile(char.IsLetter)) + to;
    }
}
