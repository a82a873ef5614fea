using System.Globalization;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Catalog.Reporting;

/// <summary>
/// The 数据项 of the catalogue as a table of a round: one row an item with all that is declared of it, its resource to the left; practice fills it in so.
/// A row is known by the item's id. Items of a next version have theirs from its first saving on and keep them when it is published (see <see cref="DraftItems"/>): neither a new name nor
/// a publication between the workbook and its return makes two rows of one. An item has no number of its own, so the row's is told from what it says: a report of the resource that leaves
/// its items alone does not stand in its way.
/// </summary>
internal sealed class ItemSheet(ReportedResources resources, DeclarationBook declarations, DeclaredElements declared, TakeReportedItems take) : IReportTable
{
    /// <summary>Not a column: the id of the item's resource.</summary>
    public const string Resource = "resource";

    public string Key => "items";

    public string Title => "公共数据资源目录数据项";

    public string Name => "数据项";

    public int Place => 7;

    public IReadOnlyList<string> NamedBy { get; } = [ResourceOfItem.Name, "name"];

    public IReadOnlyList<ReportColumn> Columns { get; } = new ReportLayout(WithResource(declarations))
        .Filled("目录", (ResourceOfItem.Code, "002438161/000486"), (ResourceOfItem.Name, "婚姻登记信息"))
        .Filled("数据项", ("name", "登记日期"), ("fieldName", "reg_date"), ("dataType", "日期型"), ("length", "10"), ("precision", "0"), ("primaryKey", "否"), ("nullable", "否"), ("valueSet", "GB/T 7408"), ("unit", "米"), ("note", "办理结婚登记的日期"))
        .Filled("共享和开放", ("share", "有条件共享"), ("shareCondition", "限行政审批、社会救助使用"), ("shareReason", "不予共享的写明法律和条款"), ("openType", "有条件开放"))
        .Filled("安全", ("personal", "个人信息"), ("sensitivity", Standards.Contracts.ValueDomains.Domains.DataLevels.Entries[0].Name), ("sourceSystem", "婚姻登记管理系统"))
        .Columns();

    public async Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, CancellationToken cancel) =>
        [.. (await resources.Read(unitIds, cancel)).SelectMany(r => r.Content.Items.Where(i => i.Id != 0).Select(i => Row(r, i)))];

    public async Task<CompleteRow?> Completion(ReportScope scope, CancellationToken cancel) =>
        new ResourceOfItem(await resources.Read(scope.UnitIds, cancel), [.. scope.Announced["catalog"]]).Complete;

    public IEnumerable<string> Repeats(ReportRow row) => [ResourceOfItem.Code, ResourceOfItem.Name];

    public IEnumerable<Fault> Faults(ReportedRow row)
    {
        if (row.Change == ReportChange.Removed) yield break;
        if (row.Stored is not null && (row.Differs(ResourceOfItem.Code) || row.Differs(ResourceOfItem.Name)))
            yield return new("catalog.report.item.moved", "数据项不能换到别的目录。请把这一行改回“{0}”并在较上年填“删除”，再在下面新增一行，写明新的目录。", ResourceOfItem.Name, FaultKind.Conflict, row.Stored[ResourceOfItem.Name]);
        if (row["length"].Length > 0 && row.Differs("length") && ItemValues.Length(row["length"]) is null)
            yield return new("catalog.report.item.length", "数据长度要写 1 到 1,000,000 的整数。", "length");
    }

    public Task<IReadOnlyList<Fault>> Apply(AcceptedReport report, Actor actor, CancellationToken cancel) => take.Run(report, actor, cancel);

    private ReportRow Row(ReportedResource of, ItemContent item)
    {
        var values = ItemValues.Of(item, declared.Item);
        var number = ReportRow.NumberOf(values);
        if (of.Row.Code is { Length: > 0 } code) values[ResourceOfItem.Code] = code;
        (values[ResourceOfItem.Name], values[Resource]) = (of.Content.Name, of.Row.Id.ToString(CultureInfo.InvariantCulture));
        return new ReportRow(item.Id, number, values) { Fixed = of.Row.StandsStill() ? ReportedResources.InReview : null };
    }

    // The two columns on the left say where an item belongs; either is enough.
    private static Declaration WithResource(DeclarationBook book)
    {
        var (item, resource) = (book.Find("item").Value, book.Find("resource").Value);
        var name = resource.Find("name")! with { Key = ResourceOfItem.Name, Name = "目录名称", English = "Catalogue name", Required = false, Hint = "与目录代码至少写一个；同一目录的几行可以合并单元格或写“同上”。" };
        return item with { Elements = [resource.Find("code")! with { Key = ResourceOfItem.Code, Hint = "已有代码的目录由系统填好；新增的行可以只写目录名称。" }, name, .. item.Elements] };
    }
}
