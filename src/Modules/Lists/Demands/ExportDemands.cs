using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Exports;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Platform.Web.Components;

namespace Qingdan.Lists.Demands;

/// <summary>The 需求清单 as a file and on paper, one row a demand.</summary>
internal sealed class ExportDemands(FindDemands find, IOrganizationDirectory organizations, ListElements elements, Translator t, TimeProvider clock) : IListExport
{
    public string List => "demand";

    public Task Write(ListExportOrder order, Actor actor, Stream target, CancellationToken cancel) =>
        Write(new DemandFilter(DemandState.Listed, null, order.UnitId == 0 ? null : order.UnitId, null, null), order.Format, order.Print, actor, target, cancel);

    /// <summary>Writes what fits a filter.</summary>
    public async Task Write(DemandFilter filter, TableFormat format, bool print, Actor actor, Stream target, CancellationToken cancel)
    {
        var rows = find.All(filter, actor, cancel);
        if (!print)
        {
            await SheetWriter.Write(format, target, FlatSpec(), Flat(rows, cancel), cancel);
            return;
        }
        var (title, subline) = await Heading(filter, cancel);
        var spec = new SheetSpec(t["需求清单"],
        [
            new(t["序号"], CellType.Number, 6), new(t["需求名称"], Width: 28), new(t["需求单位"], Width: 16), new(t["提供单位"], Width: 16), new(t["数据项"], Width: 36), new(t["应用场景"], Width: 36), new(t["使用依据"], Width: 28),
            new(t["共享方式"], Width: 12), new(t["更新频率"], Width: 10), new(t["使用时限"], Width: 24), new(t["需求编号"], CellType.Code, 26),
        ]) { Title = title, Subline = subline };
        await SheetWriter.Write(format, target, spec, Printed(rows, cancel), cancel);
    }

    public static void Map(RouteGroupBuilder read)
    {
        read.MapGet("/export", (ExportDemands export, HttpContext http, TimeProvider clock, Actor actor, CancellationToken cancel) =>
            TableFile.Send(http, "demands", clock, (format, print, body) => export.Write(DemandFilter.From(new QueryState(http)), format, print, actor, body, cancel)));
        read.MapGet("/print", async (ExportDemands export, HttpContext http, Actor actor, CancellationToken cancel) =>
            Pages.Ok<PrintSheet>(new { Sheet = await export.Sheet(DemandFilter.From(new QueryState(http)), actor, cancel) }));
    }

    private async Task<PrintSheetView> Sheet(DemandFilter filter, Actor actor, CancellationToken cancel)
    {
        var (title, subline) = await Heading(filter, cancel);
        var (rows, total) = (new List<IReadOnlyList<string>>(), 0L);
        await foreach (var d in find.All(filter, actor, cancel))
            if (++total <= PrintSheetView.Most) rows.Add([d.Name, d.Unit, Provider(d), string.Join('、', d.ItemNames), d.Scenario, d.Basis, t[d.Way], t[d.Frequency], Term(d)]);
        return new PrintSheetView("/lists/demands", title, subline,
            [t["需求名称"], t["需求单位"], t["提供单位"], t["数据项"], t["应用场景"], t["使用依据"], t["共享方式"], t["更新频率"], t["使用时限"]], rows, total);
    }

    private async Task<(string Title, string Subline)> Heading(DemandFilter filter, CancellationToken cancel)
    {
        var body = (filter.Unit ?? filter.Provider) is { } unit ? (await organizations.Tree(cancel)).Find(unit)?.Name ?? "" : "";
        var state = filter.State is null or DemandState.Listed ? "" : $"（{t[filter.State.Value.Text()]}）";
        return (t["公共数据需求清单"] + state, t["编制单位：{0}　日期：{1}", body.Length == 0 ? t["全部单位"] : body, Shown.Day(clock.Today())]);
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Printed(IAsyncEnumerable<DemandRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var place = 0;
        await foreach (var d in rows.WithCancellation(cancel))
            yield return [++place, d.Name, d.Unit, Provider(d), string.Join('、', d.ItemNames), d.Scenario, d.Basis, t[d.Way], t[d.Frequency], Term(d), d.Number];
    }

    private SheetSpec FlatSpec() => new(t["需求清单"],
    [
        new(t["需求编号"], CellType.Code, 26, "number"), new(t["状态"], Width: 14, Key: "state"), new(t["需求单位"], Width: 24, Key: "unit"), new(t["提供单位"], Width: 24, Key: "provider"), new(t["需求名称"], Width: 28, Key: "name"),
        new(t["目录内外"], Width: 10, Key: "kind"), new(t["数据项"], Width: 20, Key: "item"), new(t["应用场景"], Width: 36, Key: "scenario"), new(t["使用依据"], Width: 28, Key: "basis"), new(t["使用范围"], Width: 24, Key: "scope"),
        new(t["区域授权"], Width: 10, Key: "regional"), new(t["用途"], Width: 10, Key: "purpose"), new(t["共享方式"], Width: 12, Key: "way"), new(t["更新频率"], Width: 10, Key: "frequency"), new(t["开始日期"], CellType.Date, 12, "startsOn"), new(t["结束日期"], CellType.Date, 12, "endsOn"),
        new(t["个人信息"], Width: 14, Key: "personal"), new(t["紧急程度"], Width: 10, Key: "urgency"), new(t["列入时间"], CellType.Date, 16, "listedAt"),
        .. elements.Demand.Columns(t),
    ]);

    private async IAsyncEnumerable<IReadOnlyList<object?>> Flat(IAsyncEnumerable<DemandRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var d in rows.WithCancellation(cancel))
            foreach (var item in d.ItemNames.Count == 0 ? [null] : d.ItemNames.Cast<string?>())
                yield return
                [
                    d.Number, t[d.State], d.Unit, Provider(d), d.Name, t[d.InCatalog ? "目录内" : "目录外"], item, d.Scenario, d.Basis, d.Scope, t[d.Regional ? "是" : "否"], t[d.Purpose], t[d.Way], t[d.Frequency], d.StartsOn, d.EndsOn,
                    t[d.Personal], t[d.Urgency], d.ListedAt, .. elements.Demand.Cells(d.Elements),
                ];
    }

    private string Provider(DemandRow row) => row.Provider.Length > 0 ? row.Provider : t["不明确"];

    private string Term(DemandRow row) => row.StartsOn is null ? "" : t["{0} 至 {1}", Shown.Day(row.StartsOn), Shown.Day(row.EndsOn)];
}
