using System.Text.Json;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>Compares the rows of a returned workbook with what is stored. Pure but for what it counts.</summary>
internal sealed class Comparison
{
    /// <summary>Keys of the two columns that are no elements.</summary>
    public const string RowIdKey = "rowId", ChangeKey = "reportChange";

    private const int MostSpellings = 20;
    private readonly IReportTable _table;
    private readonly long _report;
    private readonly Declaration _declaration;
    private readonly ReportColumn?[] _columns;
    private readonly int? _rowId, _change;
    private readonly RowSense _sense;
    private readonly RowFinder _finder;
    private readonly Dictionary<(string Key, string Written, string Kept), int> _spellings = [];

    public Comparison(IReportTable table, long report, IReadOnlyList<SheetColumn> columns, ColumnMapping mapping, IReadOnlyList<ReportRow> stored, CompleteRow? complete)
    {
        (_table, _report, _declaration) = (table, report, table.Filled());
        _columns = [.. columns.Select(c => table.Columns.FirstOrDefault(t => mapping[t.Key] == c.Index))];
        (_rowId, _change) = (mapping[RowIdKey], mapping[ChangeKey]);
        var above = table.NamedBy.Count > 1 ? table.Columns.TakeWhile(c => c.Key != "name").Select(c => mapping[c.Key]) : [];
        _sense = new RowSense(columns, mapping["name"], [.. above.Append(_rowId).OfType<int>()]);
        _finder = new RowFinder(table, report, stored, complete);
    }

    /// <summary>What was counted so far.</summary>
    public ReturnFigures Figures { get; } = new();

    /// <summary>The row compared; null for a line that is no data.</summary>
    public ReturnLine? Line(long returnId, SheetRow row)
    {
        if (!_sense.IsData(row)) return Skip();
        var cells = _sense.Cells(row);
        var words = new List<CellWord>();
        var values = Read(row, cells, words);
        var misread = words.Count;
        foreach (var cell in row.Marks) Marked(cell, words);
        // Only a number or a word of 较上年 was written: a row prepared and left empty.
        if (values.Count == 0 && words.Count == 0 && (_rowId is not { } mark || cells[mark] is not { Length: > 0 })) return Skip();
        var found = _finder.Find(row.Number, _rowId is { } id ? cells[id] : null, values, words);
        if (found is not null) LeaveUntouched(cells, values, found, words, misread);
        foreach (var column in _table.Columns) KeepStored(column, values, found);
        var said = new ReportedRow(Change(_change is { } at ? cells[at] : null, values, found, words), values, found);
        Judge(said, words);
        return Count(words.Count(w => w.Wrong), new ReturnLine
        {
            ReturnId = returnId, Number = row.Number, RecordId = found?.Id ?? 0, Edit = found?.Edit ?? 0, Change = said.Change, Faulty = words.Exists(w => w.Wrong),
            Renamed = said is { Change: ReportChange.Changed } && said.Differs("name"), Name = _table.NameOf(said.Values) is { Length: > 0 } whole ? whole : said["name"],
            NamedValues = said.Change == ReportChange.Same ? "{}" : JsonSerializer.Serialize(values, JsonText.Readable), Cells = words.Count == 0 ? "[]" : JsonSerializer.Serialize(words, JsonText.Readable),
            Prefilled = Cells(said, c => !said.Differs(c.Key) && !Inferred(said, c)), Inferred = Cells(said, c => !said.Differs(c.Key) && Inferred(said, c)),
            Picked = Cells(said, c => said.Differs(c.Key) && c.Picked()), Typed = Cells(said, c => said.Differs(c.Key) && !c.Picked()),
        });
    }

    private ReturnLine? Skip()
    {
        Figures.Skipped++;
        return null;
    }

    /// <summary>Closes the counting.</summary>
    public ReturnFigures Finish()
    {
        Figures.Missing = _finder.Unseen;
        Figures.Spellings = [.. _spellings.OrderByDescending(s => s.Value).Take(MostSpellings).Select(s => new Spelling(s.Key.Key, s.Key.Written, s.Key.Kept, s.Value))];
        return Figures;
    }

    private Dictionary<string, string> Read(SheetRow row, string?[] cells, List<CellWord> words)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i] is not { } column) continue;
            var reading = RowSense.IsDitto(cells[i]) ? new CellReading(cells[i]!, new(column.Key, null, true, "写的是“{0}”，上面却没有内容。请直接填写。", [cells[i]!])) : ReadCell.Of(column.Element, cells[i]);
            if (reading.Wrong is { } wrong && !column.Given) words.Add(wrong);
            if (reading.Spelled && !column.Given) Spelled(column.Key, cells[i]!, reading.Value);
            if (reading.Value.Length > 0) values[column.Key] = reading.Value;
        }
        return values;
    }

    // What came prefilled and was left alone says nothing new, however odd: an import may have brought a type that is in no list.
    private void LeaveUntouched(string?[] cells, Dictionary<string, string> values, ReportRow found, List<CellWord> words, int misread)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i] is not { } column || cells[i] is not { } text || text != found[column.Key]) continue;
            values[column.Key] = text;
            if (words.FindIndex(0, misread, w => w.Key == column.Key) is var at and >= 0)
            {
                words.RemoveAt(at);
                misread--;
            }
        }
    }

    private void Marked(CellMark mark, List<CellWord> words)
    {
        if (mark.Kind == CellMarkKind.HiddenRow) Figures.Hidden++;
        if (mark.Column >= _columns.Length || _columns[mark.Column] is not { Given: false } column || mark.Kind == CellMarkKind.MissingCells) return;
        var fault = CellMarkFaults.Of(mark.Kind);
        words.Add(mark.Kind == CellMarkKind.DigitsLost ? ReadCell.Lost(column.Element) : CellWord.Of(column.Key, fault, CellMarkFaults.Severity(mark.Kind) == CellSeverity.Error));
    }

    private void Spelled(string key, string written, string kept)
    {
        Figures.Spelled++;
        _spellings[(key, written, kept)] = _spellings.GetValueOrDefault((key, written, kept)) + 1;
    }

    // A column that the workbook does not have, or that the system fills, says nothing new.
    private void KeepStored(ReportColumn column, Dictionary<string, string> values, ReportRow? found)
    {
        if (!column.Given && Array.Exists(_columns, c => c?.Key == column.Key)) return;
        if (found?[column.Key] is { Length: > 0 } kept) values[column.Key] = kept;
        else values.Remove(column.Key);
    }

    // What the cells say counts more than the word; the word decides only on what cells cannot say.
    private ReportChange Change(string? word, Dictionary<string, string> values, ReportRow? found, List<CellWord> words)
    {
        var said = word?.Trim() ?? "";
        if (said.Length > 0 && said is not ("未变" or "变更" or "新增" or "删除" or "改名")) words.Add(new(ChangeKey, null, true, "较上年只能填未变、变更、新增或删除，读到“{0}”。", [said]));
        if (found is null)
        {
            if (said == "删除") words.Add(new(ChangeKey, null, true, "系统里没有这一行，不能删除。", []));
            return ReportChange.Added;
        }
        if (said == "删除") return ReportChange.Removed;
        return _table.Columns.Any(c => !c.Given && values.GetValueOrDefault(c.Key, "") != found[c.Key]) ? ReportChange.Changed : ReportChange.Same;
    }

    private void Judge(ReportedRow said, List<CellWord> words)
    {
        if (said.Stored is { } stored)
            foreach (var column in _table.Columns.Where(c => !c.Given && said.Differs(c.Key)))
                if (said.Change == ReportChange.Changed) words.Add(new(column.Key, stored[column.Key], false, "", []));
        if (said.Change == ReportChange.Same) return;
        var known = words.Where(w => w.Wrong).Select(w => w.Key).ToHashSet();
        if (said.Stored?.Fixed is { } fixedRow) words.Add(CellWord.Of("", fixedRow, wrong: true));
        IEnumerable<Fault> faults = said.Change == ReportChange.Removed ? [] : DeclarationCheck.Check(_declaration, said.Values.ToDictionary(v => v.Key, string? (v) => v.Value));
        foreach (var fault in faults.Concat(_table.Faults(said)).Where(f => known.Add(f.Field ?? f.Code))) words.Add(CellWord.Of(fault.Field ?? "", fault, wrong: true));
    }

    private int Cells(ReportedRow said, Func<ReportColumn, bool> which) => _table.Columns.Count(c => said[c.Key].Length > 0 && which(c));

    private static bool Inferred(ReportedRow said, ReportColumn column) => said.Stored?.Inferred.Contains(column.Key) == true;

    private ReturnLine Count(int wrong, ReturnLine line)
    {
        Figures.Rows++;
        if (line.Faulty)
        {
            Figures.Faulty++;
            Figures.FaultyCells += wrong;
        }
        else if (line.Renamed) Figures.Renamed++;
        else if (line.Change == ReportChange.Same) Figures.Same++;
        else if (line.Change == ReportChange.Changed) Figures.Changed++;
        else if (line.Change == ReportChange.Added) Figures.Added++;
        else Figures.Removed++;
        return line;
    }
}
