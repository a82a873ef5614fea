using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Qingdan.Platform.Sheets.Writing;
using CellType = Qingdan.Platform.Sheets.Writing.CellType;

namespace Qingdan.Platform.Sheets.Forms;

/// <summary>代码表: all choices in sight, and the drop-downs that point at them.</summary>
internal sealed class FormCodes
{
    // Room for rows that people add below the prefilled ones.
    private const int SpareRows = 5000;
    private readonly List<(string Header, IReadOnlyList<string> Values)> _lists = [(FormLayout.Change, FormLayout.Changes)];
    private readonly Dictionary<string, int> _places = [];
    private readonly IReadOnlyList<FormColumn> _columns;

    public FormCodes(IReadOnlyList<FormColumn> columns)
    {
        _columns = columns;
        foreach (var column in columns)
        {
            if (column.By is { } by)
            {
                // Two columns, parent and child, one row a choice: the choices of one parent stand together.
                _places[column.Key] = _lists.Count;
                _lists.Add((columns.First(c => c.Key == by.Key).Header, [.. by.Values.SelectMany(v => v.Choices.Select(_ => v.Value))]));
                _lists.Add((column.Header, [.. by.Values.SelectMany(v => v.Choices)]));
            }
            else if (column.Choices.Count > 0)
            {
                _places[column.Key] = _lists.Count;
                _lists.Add((column.Header, column.Choices));
            }
        }
    }

    /// <summary>Writes the sheet.</summary>
    public void Write(SheetXml xml)
    {
        var pen = new SheetPen(xml);
        pen.Begin([.. _lists.Select(l => Math.Clamp(l.Values.DefaultIfEmpty("").Max(v => v.Length) * 2 + 4d, 16, 60))], frozenRows: 1);
        pen.Line(22, [.. _lists.Select(l => new PenCell(l.Header, WorkbookStyles.Header))]);
        for (var i = 0; i < _lists.Max(l => l.Values.Count); i++)
            pen.Line(null, [.. _lists.Select(l => i < l.Values.Count ? new PenCell(l.Values[i], WorkbookStyles.Cell(CellType.Code, CellFill.None)) : null)]);
        pen.End(9, landscape: true);
    }

    /// <summary>The drop-downs of the table, for rows from the first below the header.</summary>
    public IReadOnlyList<DataValidation> Validations(int rows)
    {
        var (first, last) = (FormLayout.NumberRow + 1, FormLayout.NumberRow + rows + SpareRows);
        return [
            Validation(Range(0), $"C{first}:C{last}", strict: true, FormLayout.Change),
            .. _columns.Select((column, i) => _places.TryGetValue(column.Key, out var place) && !column.Given
                ? Validation(column.By is { } by ? Dependent(place, by, first) : Range(place), Cells(i, first, last), strict: !column.Open && column.By is null, column.Header) : null).OfType<DataValidation>(),
        ];
    }

    private static string Cells(int column, int first, int last) => $"{CellReference.Letters(column + FormLayout.Lead)}{first}:{CellReference.Letters(column + FormLayout.Lead)}{last}";

    private string Range(int place) => $"'{FormLayout.Codes}'!${CellReference.Letters(place)}$2:${CellReference.Letters(place)}${_lists[place].Values.Count + 1}";

    // The stretch of children whose parent is what the other cell of this row says.
    private string Dependent(int place, FormChoices by, int first)
    {
        var (parents, child) = (Range(place), CellReference.Letters(place + 1));
        var asked = $"${CellReference.Letters(_columns.ToList().FindIndex(c => c.Key == by.Key) + FormLayout.Lead)}{first}";
        return $"OFFSET('{FormLayout.Codes}'!${child}$2,IFERROR(MATCH({asked},{parents},0),1)-1,0,MAX(COUNTIF({parents},{asked}),1),1)";
    }

    private static DataValidation Validation(string formula, string cells, bool strict, string header) => new(new Formula1(formula))
    {
        Type = DataValidationValues.List, AllowBlank = true, ShowErrorMessage = true, SequenceOfReferences = new ListValue<StringValue> { InnerText = cells },
        ErrorStyle = strict ? DataValidationErrorStyleValues.Stop : DataValidationErrorStyleValues.Information, ErrorTitle = header,
        Error = strict ? "请从下拉列表中选择；全部选项见“代码表”。" : "不在“代码表”中。确实如此的可以保留。",
    };
}
