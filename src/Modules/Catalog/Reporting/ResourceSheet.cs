using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Reporting;

/// <summary>The 数据目录 as a table of a round: one row a resource, its items by name; what else is known of an item stays.</summary>
internal sealed class ResourceSheet(ReportedResources resources, DeclarationBook declarations, TakeReportedResources take) : IReportTable
{
    public string Key => "catalog";

    public string Title => "公共数据资源目录";

    public string Name => "数据目录";

    public int Place => 5;

    public IReadOnlyList<ReportColumn> Columns { get; } = new ReportLayout(WithItems(declarations))
        .Without("provider", "publishedOn", "relatedCodes", "nationalCode")
        .Given("数据", "code")
        .Filled("数据", ("name", "婚姻登记信息"), ("summary", "婚姻登记的当事人、日期和登记机关"), ("items", "姓名、证件号码、登记日期"), ("office", "婚姻登记处"), ("theme", "民生服务"), ("systemName", "婚姻登记管理系统"), ("duty", "婚姻登记"))
        .Filled("形态", ("formats", "关系型数据库"), ("frequency", "每日"), ("dataLevel", Domains.DataLevels.Entries[0].Name), ("dataUpdatedOn", "2026-10-31"))
        .Filled("共享", ("share", "有条件共享"), ("shareCondition", "限行政审批、社会救助使用"), ("shareReason", "不予共享的写明理由"), ("shareBasis", "不予共享的写明法律和条款"), ("shareWays", "服务接口"))
        .Filled("开放", ("openType", "有条件开放"), ("openCondition", "签订使用协议"))
        .Columns();

    public async Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, CancellationToken cancel) => [.. (await resources.Read(unitIds, cancel)).Select(r => Row(r.Row, r.Content))];

    public async Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, IReadOnlyCollection<long> ids, CancellationToken cancel) => [.. (await resources.Read(unitIds, ids, cancel)).Select(r => Row(r.Row, r.Content))];

    public IEnumerable<Fault> Faults(ReportedRow row)
    {
        if (row.Change == ReportChange.Removed) yield return new("catalog.report.remove", "目录的下线由主管部门办理，不能在报送里删除。请在系统里提出下线。", null, FaultKind.Conflict);
        else if (row["items"].Length == 0 && (row.Stored is null || row.Stored["items"].Length > 0)) yield return new("catalog.items.required", "请至少填写一个数据项（条例第十三条）。", "items");
    }

    public Task<IReadOnlyList<Fault>> Apply(AcceptedReport report, Actor actor, CancellationToken cancel) => take.Run(report, actor, cancel);

    // Items are declared for themselves; in this workbook they are one column of the resource.
    private static Declaration WithItems(DeclarationBook book)
    {
        var (resource, name) = (book.Find("resource").Value, book.Find("item").Value.Find("name")!);
        return resource with { Elements = [.. resource.Elements, name with { Key = "items", Name = "数据项", English = "Items", MaxLength = 20_000, Required = false, Hint = "只填名称，名称之间用“、”隔开；类型、长度等细节填在“数据项”工作簿里。" }] };
    }

    private static ReportRow Row(Resource r, ResourceContent c)
    {
        var values = c.Elements.Where(e => e.Value.Length > 0).ToDictionary();
        foreach (var (key, text) in new[]
        {
            ("name", c.Name), ("summary", c.Summary), ("items", string.Join('、', c.Items.Select(i => i.Name))), ("theme", c.Theme), ("systemName", c.SystemName), ("duty", c.Duty), ("formats", c.Formats),
            ("frequency", c.Frequency?.Name() ?? ""), ("share", c.Share?.Name() ?? ""), ("shareCondition", c.ShareCondition), ("shareReason", c.ShareReason), ("shareWays", c.ShareWays), ("openType", c.OpenType?.Name() ?? ""),
            ("dataLevel", c.DataLevel), ("dataUpdatedOn", Shown.Day(c.DataUpdatedOn)),
        })
            if (text.Length > 0) values[key] = text;
        var number = ReportRow.NumberOf(values);
        if (r.Code is { Length: > 0 } code) values["code"] = code;
        return new ReportRow(r.Id, number, values) { Inferred = c.ShareStated ? [] : ["share"], Fixed = r.StandsStill() ? ReportedResources.InReview : null };
    }
}
