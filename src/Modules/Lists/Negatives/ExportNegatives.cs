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

namespace Qingdan.Lists.Negatives;

/// <summary>The 负面清单 as a file and on paper: print version one row an entry, flat version one row an item. Every row names its legal basis.</summary>
internal sealed class ExportNegatives(FindNegatives find, IOrganizationDirectory organizations, ListElements elements, Translator t, TimeProvider clock) : IListExport
{
    public string List => "negative";

    public Task Write(ListExportOrder order, Actor actor, Stream target, CancellationToken cancel) =>
        Write(new NegativeFilter(NegativeState.InForce, null, order.UnitId == 0 ? null : order.UnitId, null, null), order.Format, order.Print, actor, target, cancel);

    /// <summary>Writes what fits a filter.</summary>
    public async Task Write(NegativeFilter filter, TableFormat format, bool print, Actor actor, Stream target, CancellationToken cancel)
    {
        var rows = find.All(filter, actor, cancel);
        if (!print)
        {
            await SheetWriter.Write(format, target, FlatSpec(), Flat(rows, cancel), cancel);
            return;
        }
        var (title, subline) = await Heading(filter, cancel);
        var spec = new SheetSpec(t["负面清单"],
        [
            new(t["序号"], CellType.Number, 6), new(t["数据名称"], Width: 28), new(t["目录代码"], CellType.Code, 20), new(t["提供单位"], Width: 16), new(t["不予共享的数据项"], Width: 36), new(t["不予共享理由"], Width: 32),
            new(t["法律依据"], Width: 32), new(t["依据层级"], Width: 12), new(t["替代方式"], Width: 16), new(t["编号"], CellType.Code, 24),
        ]) { Title = title, Subline = subline };
        await SheetWriter.Write(format, target, spec, Printed(rows, cancel), cancel);
    }

    public static void Map(RouteGroupBuilder read)
    {
        read.MapGet("/export", (ExportNegatives export, HttpContext http, TimeProvider clock, Actor actor, CancellationToken cancel) =>
            TableFile.Send(http, "negatives", clock, (format, print, body) => export.Write(NegativeEndpoints.Filter(new QueryState(http)), format, print, actor, body, cancel)));
        read.MapGet("/print", async (ExportNegatives export, HttpContext http, Actor actor, CancellationToken cancel) =>
            Pages.Ok<PrintSheet>(new { Sheet = await export.Sheet(NegativeEndpoints.Filter(new QueryState(http)), actor, cancel) }));
    }

    private async Task<PrintSheetView> Sheet(NegativeFilter filter, Actor actor, CancellationToken cancel)
    {
        var (title, subline) = await Heading(filter, cancel);
        var (rows, total) = (new List<IReadOnlyList<string>>(), 0L);
        await foreach (var n in find.All(filter, actor, cancel))
            if (++total <= PrintSheetView.Most) rows.Add([n.Name, n.Code, n.Provider, Items(n), n.Reason, n.Basis, t[n.Level], Ways(n)]);
        return new PrintSheetView("/lists/negatives", title, subline,
            [t["数据名称"], t["目录代码"], t["提供单位"], t["不予共享的数据项"], t["不予共享理由"], t["法律依据"], t["依据层级"], t["替代方式"]], rows, total);
    }

    private async Task<(string Title, string Subline)> Heading(NegativeFilter filter, CancellationToken cancel)
    {
        var body = filter.Provider is { } unit ? (await organizations.Tree(cancel)).Find(unit)?.Name ?? "" : "";
        var state = filter.State is null or NegativeState.InForce ? "" : $"（{t[filter.State.Value.Text()]}）";
        return (t["公共数据负面清单"] + state, t["编制单位：{0}　日期：{1}", body.Length == 0 ? t["全部单位"] : body, Shown.Day(clock.Today())]);
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Printed(IAsyncEnumerable<NegativeRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var place = 0;
        await foreach (var n in rows.WithCancellation(cancel)) yield return [++place, n.Name, n.Code, n.Provider, Items(n), n.Reason, n.Basis, t[n.Level], Ways(n), n.Number];
    }

    private SheetSpec FlatSpec() => new(t["负面清单"],
    [
        new(t["编号"], CellType.Code, 24, "number"), new(t["状态"], Width: 10, Key: "state"), new(t["提供单位"], Width: 24, Key: "provider"), new(t["数据名称"], Width: 28, Key: "name"),
        new(t["目录代码"], CellType.Code, 20, "code"), new(t["数据项"], Width: 20, Key: "item"), new(t["不予共享理由"], Width: 32, Key: "reason"), new(t["依据层级"], Width: 12, Key: "level"),
        new(t["法律依据"], Width: 32, Key: "basis"), new(t["文号"], Width: 20, Key: "document"), new(t["条款原文"], Width: 48, Key: "text"), new(t["替代方式"], Width: 16, Key: "alternatives"),
        new(t["更新时间"], CellType.Date, 16, "changedAt"), .. elements.Negative.Columns(t),
    ]);

    private async IAsyncEnumerable<IReadOnlyList<object?>> Flat(IAsyncEnumerable<NegativeRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var n in rows.WithCancellation(cancel))
            foreach (var item in n.Items.Count == 0 ? [null] : n.Items.Cast<string?>())
                yield return [n.Number, t[n.State], n.Provider, n.Name, n.Code, item, n.Reason, t[n.Level], n.Basis, n.BasisNumber, n.BasisText, Ways(n), n.ChangedAt, .. elements.Negative.Cells(n.Elements)];
    }

    private string Items(NegativeRow row) => row.Items.Count == 0 ? t["整个目录"] : string.Join('、', row.Items);

    private string Ways(NegativeRow row) => string.Join('、', row.Alternatives.Split('；', StringSplitOptions.RemoveEmptyEntries).Select(a => t[a]));
}
