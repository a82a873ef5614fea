using Qingdan.Platform.Sheets.Reading;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>回执: what a returned workbook changed and which cells have problems.</summary>
public sealed record ReceiptView(Return Return, Report Report, Round Round, IReportTable Table, string Unit, ReturnFigures Figures, SheetChoice? Choice)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    public string Show { get; init; } = "";
    public int Page { get; init; } = 1;
    public int Total { get; init; }
    public string Part { get; init; } = "";
    public IReadOnlyList<ReceiptLine> Lines { get; init; } = [];
    public IReadOnlyList<ReturnNote> Notes { get; init; } = [];

    /// <summary>The columns worth showing on this page: those of which there is something to say, after the name.</summary>
    public IReadOnlyList<(string Letters, ReportColumn Column)> Columns { get; init; } = [];

    /// <summary>The reader may take it over now.</summary>
    public bool Takes { get; init; }
}

/// <summary>One row of the receipt.</summary>
public sealed record ReceiptLine(ReturnLine Line, IReadOnlyDictionary<string, string> Values, IReadOnlyList<CellWord> Words)
{
    /// <summary>What there is to say about a column; empty key for the whole row.</summary>
    public IEnumerable<CellWord> Of(string key) => Words.Where(w => w.Key == key);
}
