using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Records.Rounds;

/// <summary>The tables that can be asked for, as the modules bring them.</summary>
internal sealed class ReportTables(IEnumerable<IReportTable> tables)
{
    private readonly SortedList<int, IReportTable> _tables = new(tables.ToDictionary(t => t.Place));

    /// <summary>All, in their order.</summary>
    public IList<IReportTable> All => _tables.Values;

    /// <summary>The table with this key.</summary>
    public IReportTable this[string key] => All.First(t => t.Key == key);

    /// <summary>The tables of these keys; a refusal when one is unknown or none is named.</summary>
    public Result<IReadOnlyList<IReportTable>> Choose(IReadOnlyCollection<string> keys)
    {
        var chosen = All.Where(t => keys.Contains(t.Key)).ToList();
        return chosen.Count > 0 && chosen.Count == keys.Distinct().Count() ? chosen : new Fault("records.round.tables", "请至少选择一张要报送的表。", "tables");
    }
}

/// <summary>What follows from a table's columns.</summary>
internal static class ReportColumns
{
    /// <summary>The columns that a unit fills in, as a declaration: what a workbook's row is checked against.</summary>
    public static Declaration Filled(this IReportTable table) => new(table.Key, table.Title, "", [.. table.Columns.Where(c => !c.Given).Select(c => c.Element)]);

    /// <summary>What a row is called: a data item with its resource. Empty when a part of the name is missing.</summary>
    public static string NameOf(this IReportTable table, IReadOnlyDictionary<string, string> values)
    {
        var parts = table.NamedBy.Select(k => values.GetValueOrDefault(k, "")).ToList();
        return parts.Contains("") ? "" : string.Join(" · ", parts);
    }

    /// <summary>True for a column that is chosen and not typed.</summary>
    public static bool Picked(this ReportColumn column) => column.Element.Shape is ElementShape.Choice or ElementShape.Flag or ElementShape.Date;
}
