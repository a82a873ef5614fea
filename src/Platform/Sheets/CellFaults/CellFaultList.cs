using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Platform.Sheets.CellFaults;

/// <summary>Collects what is to be said about the cells of a file: counts everything, keeps the first of each kind, so that memory stays bounded.</summary>
/// <param name="columns">The file's columns.</param>
/// <param name="mapping">Their fields.</param>
/// <param name="keep">How many of each code are kept.</param>
public sealed class CellFaultList(IReadOnlyList<SheetColumn> columns, ColumnMapping mapping, int keep = 200)
{
    private const int LongestValue = 200;

    private readonly Dictionary<string, FaultCount> _counts = [];
    private readonly List<CellFault> _kept = [];
    private readonly long[] _bySeverity = new long[3];
    private (int Row, bool Wrong) _last;

    /// <summary>The first faults of each code, in the order they were found.</summary>
    public IReadOnlyList<CellFault> Kept => _kept;

    /// <summary>How many of each code, the most frequent first.</summary>
    public IReadOnlyList<FaultCount> Counts => [.. _counts.Values.OrderByDescending(c => c.Severity).ThenByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal)];

    /// <summary>How many rows have at least one error, given that rows are checked one after the other.</summary>
    public int WrongRows { get; private set; }

    /// <summary>How many faults of a severity there are.</summary>
    public long Count(CellSeverity severity) => _bySeverity[(int)severity];

    /// <summary>Adds a fault of a field of a row; it stands at the field's column, or at the whole row when no column is mapped to it.</summary>
    public CellFault Add(SheetRow row, string key, Fault fault, CellSeverity severity) => Add(row, mapping[key], fault, severity);

    /// <summary>Adds what the reader noticed about a row.</summary>
    public void AddMarks(SheetRow row)
    {
        foreach (var mark in row.Marks)
            Add(row, mark.Column < columns.Count ? mark.Column : null, CellMarkFaults.Of(mark.Kind), CellMarkFaults.Severity(mark.Kind));
    }

    /// <summary>Adds a fault of a column, or of the whole row when <paramref name="column"/> is null.</summary>
    public CellFault Add(SheetRow row, int? column, Fault fault, CellSeverity severity)
    {
        var (header, key, value) = column is { } i ? (columns[i].Header, mapping.Columns.FirstOrDefault(c => c.Column == i)?.Key, Short(row.Cells[i])) : ("", null, null);
        var found = new CellFault(row.Number, column, header, key, value, fault, severity);
        var count = _counts[fault.Code] = _counts.GetValueOrDefault(fault.Code) is { } known
            ? known with { Count = known.Count + 1, Severity = (CellSeverity)Math.Max((int)known.Severity, (int)severity) }
            : new(fault.Code, fault, 1, severity);
        if (count.Count <= keep) _kept.Add(found);
        _bySeverity[(int)severity]++;
        if (_last.Row != row.Number) _last = (row.Number, false);
        if (severity == CellSeverity.Error && !_last.Wrong) (WrongRows, _last) = (WrongRows + 1, (row.Number, true));
        return found;
    }

    private static string? Short(string? value) => value is { Length: > LongestValue } ? value[..LongestValue] + "…" : value;
}

/// <summary>How often a fault occurred.</summary>
/// <param name="Code">Its code.</param>
/// <param name="First">The first of them, for its sentence.</param>
/// <param name="Count">How many.</param>
/// <param name="Severity">The worst among them.</param>
public sealed record FaultCount(string Code, Fault First, long Count, CellSeverity Severity);
