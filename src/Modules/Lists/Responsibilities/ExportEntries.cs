using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Exports;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The 责任清单 as a file: a print version with one row an entry, a flat version with one row an item. Rows are streamed.</summary>
internal sealed class ExportEntries(Store store, FindEntries find, IOrganizationDirectory organizations, ListElements elements, Translator t, TimeProvider clock) : IListExport
{
    private const int Slice = 1_000;

    /// <inheritdoc/>
    public string List => "responsibility";

    /// <inheritdoc/>
    public Task Write(ListExportOrder order, Actor actor, Stream target, CancellationToken cancel) =>
        Write(new EntryFilter(EntryState.InForce, [], order.UnitId), "unit", order.Format, order.Print, actor, target, cancel);

    /// <summary>Writes what fits a filter, in the order of the page.</summary>
    public async Task Write(EntryFilter filter, string sort, TableFormat format, bool print, Actor actor, Stream target, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = Rows(await find.Ids(filter, sort, actor, cancel), units, cancel);
        if (print) await SheetWriter.Write(format, target, PrintSpec(filter, units), Printed(rows), cancel);
        else await SheetWriter.Write(format, target, FlatSpec(), Flat(rows), cancel);
    }

    /// <summary>The same on a sheet of paper.</summary>
    public async Task<PrintSheetView> Sheet(EntryFilter filter, string sort, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var ids = await find.Ids(filter, sort, actor, cancel);
        var rows = new List<IReadOnlyList<string>>();
        await foreach (var row in Rows([.. ids.Take(PrintSheetView.Most)], units, cancel)) rows.Add(Cells(row));
        var (title, subline) = Heading(filter, units);
        return new PrintSheetView("/lists/responsibilities", title, subline,
            [t["目录名称"], t["目录代码"], t["提供单位"], t["数据项"], t["共享属性"], t["共享条件"], t["共享方式"], t["更新频率"]], rows, ids.Count);
    }

    // The rows of a filter with their items, a slice at a time.
    private async IAsyncEnumerable<ExportedEntry> Rows(IReadOnlyList<long> ids, UnitTree units, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var slice in ids.Chunk(Slice))
        {
            var entries = await store.Set<Entry>().AsNoTracking().Where(e => slice.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
            var items = (await store.Set<EntryItem>().AsNoTracking().Where(i => slice.Contains(i.EntryId)).OrderBy(i => i.EntryId).ThenBy(i => i.Place).ToListAsync(cancel)).ToLookup(i => i.EntryId);
            foreach (var id in slice)
                if (entries.TryGetValue(id, out var entry)) yield return new ExportedEntry(entry, [.. items[id]], units.Find(entry.ProviderId));
        }
    }

    // Whose list, which state.
    private (string Title, string Subline) Heading(EntryFilter filter, UnitTree units)
    {
        var body = filter.Unit == 0 ? "" : units.Find(filter.Unit)?.Name ?? "";
        var state = filter.State == EntryState.InForce ? "" : $"（{t[filter.State.Text()]}）";
        return (t["公共数据责任清单"] + state, t["编制单位：{0}　日期：{1}", body.Length == 0 ? t["全部单位"] : body, Shown.Day(clock.Today())]);
    }

    private SheetSpec PrintSpec(EntryFilter filter, UnitTree units)
    {
        var (title, subline) = Heading(filter, units);
        return new SheetSpec(t["责任清单"],
        [
            new(t["序号"], CellType.Number, 6), new(t["目录名称"], Width: 28), new(t["目录代码"], CellType.Code, 20), new(t["提供单位"], Width: 16), new(t["数据项"], Width: 36), new(t["共享属性"], Width: 12),
            new(t["共享条件"], Width: 28), new(t["共享方式"], Width: 16), new(t["更新频率"], Width: 10), new(t["责任编号"], CellType.Code, 24),
        ]) { Title = title, Subline = subline };
    }

    private SheetSpec FlatSpec() => new(t["责任清单"],
    [
        new(t["责任编号"], CellType.Code, 24, "number"), new(t["状态"], Width: 10, Key: "state"), new(t["提供单位"], Width: 24, Key: "provider"), new(t["组织机构代码"], CellType.Code, 14, "providerCode"),
        new(t["目录名称"], Width: 28, Key: "name"), new(t["目录代码"], CellType.Code, 20, "code"), new(t["目录版本"], CellType.Number, 10, "version"), new(t["数据项序号"], CellType.Number, 10, "place"),
        new(t["数据项"], Width: 20, Key: "item"), new(t["共享属性"], Width: 12, Key: "share"), new(t["属性来源"], Width: 12, Key: "basis"), new(t["共享条件"], Width: 28, Key: "condition"),
        new(t["共享方式"], Width: 16, Key: "ways"), new(t["更新频率"], Width: 10, Key: "frequency"), new(t["数据分级"], Width: 12, Key: "level"), new(t["来源系统"], Width: 20, Key: "system"),
        new(t["责任类型"], Width: 14, Key: "duty"), new(t["承诺提供期限"], CellType.Date, 12, "promisedOn"), new(t["责任人和联系方式"], Width: 20, Key: "contact"), new(t["生成方式"], Width: 14, Key: "origin"),
        new(t["办理人"], Width: 12, Key: "decidedBy"), new(t["办理时间"], CellType.Date, 16, "decidedAt"), new(t["备注"], Width: 20, Key: "note"),
        .. elements.Responsibility.Columns(t),
    ]);

    private async IAsyncEnumerable<IReadOnlyList<object?>> Printed(IAsyncEnumerable<ExportedEntry> rows)
    {
        var place = 0;
        await foreach (var row in rows)
            yield return [++place, .. Cells(row), row.Entry.Number ?? ""];
    }

    private string[] Cells(ExportedEntry row) =>
    [
        row.Entry.Name, row.Entry.Code, row.Provider?.ShortName ?? "", row.Items.Count == 0 ? t["整条"] : string.Join('、', row.Items.Select(i => Named(i, row.Entry))),
        Share(row.Entry.Share), row.Entry.ShareCondition, row.Entry.ShareWays, row.Entry.Frequency is { } f ? t[f.Name()] : "",
    ];

    // An item says what is its own: 证件号码（有条件共享，限行政审批）.
    private string Named(EntryItem item, Entry row)
    {
        string[] own = [item.Share == row.Share ? "" : Share(item.Share), item.ShareCondition == row.ShareCondition ? "" : item.ShareCondition];
        var said = string.Join('，', own.Where(o => o.Length > 0));
        return said.Length == 0 ? item.Name : $"{item.Name}（{said}）";
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Flat(IAsyncEnumerable<ExportedEntry> rows)
    {
        await foreach (var (e, items, unit) in rows)
            foreach (var item in items.Count == 0 ? [null] : items.Cast<EntryItem?>())
                yield return
                [
                    e.Number, t[e.State.Text()], unit?.Name ?? "", unit?.Code, e.Name, e.Code, e.ResourceVersion, item?.Place, item?.Name, Share(item is null ? e.Share : item.Share),
                    e.Share is null ? "" : t[e.ShareStated ? "目录写明" : "系统推断"], item is { ShareCondition.Length: > 0 } ? item.ShareCondition : e.ShareCondition, e.ShareWays,
                    e.Frequency is { } f ? t[f.Name()] : "", e.DataLevel, e.SystemName, t[e.DutyType.Text()], e.PromisedOn, e.Contact, t[e.Origin.Text()], e.DecidedBy, e.DecidedAt, e.Note, .. elements.Responsibility.Cells(DeclaredPart.Texts(e.Elements)),
                ];
    }

    private string Share(ShareProperty? share) => t[share?.Name() ?? "未定"];
}

/// <summary>A row as it is exported.</summary>
internal sealed record ExportedEntry(Entry Entry, IReadOnlyList<EntryItem> Items, Unit? Provider);
