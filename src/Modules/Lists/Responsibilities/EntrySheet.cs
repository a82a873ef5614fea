using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The 责任清单 as a table of a round: entries in force and candidates.</summary>
internal sealed class EntrySheet(Store store, DeclarationBook declarations, TakeReportedEntries take) : IReportTable
{
    /// <summary>Not a column: the catalogue resource of a row.</summary>
    public const string Resource = "resource";

    /// <summary>What the catalogue says of a row that comes from it: another value is a change of the catalogue.</summary>
    public static readonly string[] OfCatalog = ["name", "items", "share", "shareCondition", "shareWays", "frequency", "dataLevel", "systemName"];

    public string Key => "responsibility";

    public string Title => "公共数据责任清单";

    public string Name => "责任清单";

    public int Place => 20;

    public IReadOnlyList<ReportColumn> Columns { get; } = new ReportLayout(declarations.Find("responsibility").Value)
        .Without("provider", Resource, "origin")
        .Given("数据", "number")
        .Filled("数据", ("name", "婚姻登记信息"), ("items", "登记机关、登记日期、婚姻状态"), ("systemName", "婚姻登记管理系统"), ("dataLevel", Domains.DataLevels.Entries[0].Name))
        .Filled("共享", ("share", "有条件共享"), ("shareCondition", "限行政审批、社会救助使用"), ("shareWays", "服务接口"), ("frequency", "每日"))
        .Filled("责任", ("dutyType", "API 数据服务"), ("promisedOn", "2026-12-31"), ("contact", "信息处 王敏 23110001"), ("note", "节假日不中断"))
        .Columns();

    public Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, CancellationToken cancel) => Read(Own(unitIds), cancel);

    public Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, IReadOnlyCollection<long> ids, CancellationToken cancel) => Read(Own(unitIds).Where(r => ids.Contains(r.Id)), cancel);

    public IEnumerable<string> Repeats(ReportRow row) => row[Resource].Length > 0 ? OfCatalog : [];

    public IEnumerable<Fault> Faults(ReportedRow row)
    {
        var ofCatalog = row.Stored?[Resource] is { Length: > 0 };
        if (row.Change == ReportChange.Removed)
        {
            if (ofCatalog) yield return new("lists.entry.from-catalog", "来自目录的条目随目录变更移出：请在目录中下线或改共享属性。", null, FaultKind.Conflict);
            yield break;
        }
        if (row["share"] == ShareProperty.NotShared.Name()) yield return new("lists.entry.share.forbidden", "不予共享的数据请在负面清单提出，并写明依据条款。", "share");
        if (row["items"].Length == 0 && (!ofCatalog || row.Stored!["items"].Length > 0)) yield return new("lists.entry.items.required", "请至少填写一个数据项，一行一个。", "items");
    }

    public Task<IReadOnlyList<Fault>> Apply(AcceptedReport report, Actor actor, CancellationToken cancel) => take.Run(report, actor, cancel);

    private IQueryable<Entry> Own(IReadOnlyCollection<long> unitIds) => store.Set<Entry>().AsNoTracking().Where(e => unitIds.Contains(e.ProviderId) && (e.State == EntryState.InForce || e.State == EntryState.Candidate));

    private async Task<IReadOnlyList<ReportRow>> Read(IQueryable<Entry> own, CancellationToken cancel)
    {
        var entries = await own.OrderBy(e => e.Name).ThenBy(e => e.Id).ToListAsync(cancel);
        var items = (await store.Set<EntryItem>().AsNoTracking().Where(i => own.Any(e => e.Id == i.EntryId))
            .OrderBy(i => i.EntryId).ThenBy(i => i.Place).Select(i => new { i.EntryId, i.Name }).ToListAsync(cancel)).ToLookup(i => i.EntryId, i => i.Name);
        return [.. entries.Select(e => new ReportRow(e.Id, e.Edit, Values(e, items[e.Id])) { Inferred = e.ShareStated ? [] : ["share"] })];
    }

    private static Dictionary<string, string> Values(Entry e, IEnumerable<string> items)
    {
        var values = DeclaredPart.Texts(e.Elements).ToDictionary();
        foreach (var (key, text) in new[]
        {
            ("number", e.Number ?? ""), ("name", e.Name), ("items", string.Join('、', items)), ("share", e.Share?.Name() ?? ""), ("shareCondition", e.ShareCondition), ("shareWays", e.ShareWays),
            ("dutyType", e.DutyType == DutyType.Undetermined ? "" : e.DutyType.Text()), ("frequency", e.Frequency?.Name() ?? ""), ("systemName", e.SystemName), ("dataLevel", e.DataLevel),
            ("promisedOn", Shown.Day(e.PromisedOn)), ("contact", e.Contact), ("note", e.Note), (Resource, e.ResourceId == 0 ? "" : $"{e.ResourceId}"),
        })
            if (text.Length > 0) values[key] = text;
        return values;
    }
}
