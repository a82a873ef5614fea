using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Coverage;

/// <summary>The coverage as a workbook: the figures, then each list on a sheet of its own.</summary>
internal static class CoverageSheets
{
    /// <summary>The figures' columns.</summary>
    public static SheetSpec Figures(Translator t, IReadOnlyList<UnitLayers> units, DateOnly day) => new(t["各单位"],
    [
        new(t["单位"], Width: 24), new(t["运行的系统"], CellType.Number, 12), new(t["没有目录的系统"], CellType.Number, 14), new(t["在用的职责"], CellType.Number, 12), new(t["没有目录的职责"], CellType.Number, 14),
        new(t["目录"], CellType.Number, 10), new(t["没有写来源系统"], CellType.Number, 14), new(t["来源系统未登记"], CellType.Number, 14), new(t["未登记的系统名称"], CellType.Number, 16),
    ])
    { Title = t["三层目录覆盖情况"], Subline = Line(t, UnitLayers.Sum(units), day) };

    /// <summary>Their rows.</summary>
    public static IEnumerable<IReadOnlyList<object?>> FigureRows(IEnumerable<UnitLayers> units) =>
        units.Select(u => (IReadOnlyList<object?>)[u.Unit, u.Systems, u.Bare, u.Duties, u.Idle, u.Resources, u.Unnamed, u.Unregistered, u.Names]);

    private static string Line(Translator t, UnitLayers total, DateOnly day) => t["日期：{0}　合计：没有目录的系统 {1} 个，没有目录的职责 {2} 项，目录写到而未登记的系统 {3} 个，没有写来源系统的目录 {4} 个", Shown.Day(day), total.Bare, total.Idle, total.Names, total.Unnamed];

    /// <summary>A list's columns.</summary>
    public static SheetSpec List(Translator t, CoverageList list) => new(t[list.Name()], [new(t["名称"], Width: 44), new(t["单位"], Width: 24), new(t["说明"], Width: 44)]);

    /// <summary>Its rows.</summary>
    public static IAsyncEnumerable<IReadOnlyList<object?>> Rows(Translator t, IEnumerable<CoverageRow> rows) => Rows(rows.Select(r => (IReadOnlyList<object?>)[r.Name, r.Unit, r.Text(t)]));

    /// <summary>Rows at hand, as the writer takes them.</summary>
    public static IAsyncEnumerable<IReadOnlyList<object?>> Rows(IEnumerable<IReadOnlyList<object?>> rows) => rows.ToAsyncEnumerable();
}
