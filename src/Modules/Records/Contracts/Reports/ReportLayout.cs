using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Records.Contracts.Reports;

/// <summary>Lays the elements of a declaration out as the columns of a workbook: heads, a right value for each, and at the end what a city declares besides.</summary>
public sealed class ReportLayout(Declaration declaration)
{
    private readonly List<ReportColumn> _columns = [];
    private readonly HashSet<string> _leftOut = [];

    /// <summary>Columns that the system fills.</summary>
    public ReportLayout Given(string group, params string[] keys)
    {
        foreach (var key in keys)
            if (declaration.Find(key) is { } element) _columns.Add(new ReportColumn(element, group, "") { Given = true });
        return this;
    }

    /// <summary>Columns to fill in, each with a right value.</summary>
    public ReportLayout Filled(string group, params (string Key, string Sample)[] elements)
    {
        foreach (var (key, sample) in elements)
            if (declaration.Find(key) is { } element) _columns.Add(new ReportColumn(element, group, sample));
        return this;
    }

    /// <summary>Elements that stand in no workbook: the unit itself, what the system decides.</summary>
    public ReportLayout Without(params string[] keys)
    {
        _leftOut.UnionWith(keys);
        return this;
    }

    /// <summary>All columns; what else is declared stands under 其他.</summary>
    public IReadOnlyList<ReportColumn> Columns() =>
    [
        .. _columns,
        .. declaration.Elements.Where(e => !_leftOut.Contains(e.Key) && _columns.TrueForAll(c => c.Key != e.Key)).Select(e => new ReportColumn(e, "其他", Sample(e))),
    ];

    private static string Sample(Element element) => element.Shape switch
    {
        ElementShape.Date => "2026-12-31",
        ElementShape.Number => "1000",
        ElementShape.Flag => "是",
        ElementShape.Choice => DeclarationCheck.Allowed(element) is [var first, ..] ? first.Name : "",
        _ => element.Default ?? "如有请写明",
    };
}
