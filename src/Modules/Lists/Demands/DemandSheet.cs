using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>The 需求清单 as a table of a round: what the unit needs, from drafts to listed demands.</summary>
internal sealed class DemandSheet(Store store, DeclarationBook declarations, IOrganizationDirectory organizations, TimeProvider clock, TakeReportedDemands take) : IReportTable
{
    private static readonly Fault Under = new("lists.demand.report.under-way", "这件需求正在办理或已列入清单，不能在报送里改。请在系统里撤回后另提，或等退回后再改。", null, FaultKind.Conflict);
    private static readonly DemandState[] Reported = [DemandState.Draft, DemandState.Returned, DemandState.AwaitingHead, DemandState.InCheck, DemandState.Listed];

    public string Key => "demand";

    public string Title => "公共数据需求清单";

    public string Name => "需求清单";

    public int Place => 10;

    public IReadOnlyList<ReportColumn> Columns { get; } = new ReportLayout(declarations.Find("demand").Value)
        .Without("unit", "inCatalog")
        .Given("数据", "number")
        .Filled("数据", ("name", "婚姻登记状态"), ("resource", "002438161/000486"), ("items", "姓名、证件号码、婚姻状态"), ("provider", "市民政局"))
        .Filled("用来做什么", ("scenario", "公租房申请时核对家庭成员"), ("basisLevel", "地方性法规"), ("basisName", "上海市数据条例"), ("basisClause", "第三十九条"), ("scope", "住房保障处，5 人"), ("regional", "否"), ("purpose", "审批"))
        .Filled("怎样共享", ("way", "服务接口"), ("frequency", "每日"), ("startsOn", "2027-01-01"), ("endsOn", "2029-12-31"))
        .Filled("安全", ("personal", "个人信息"), ("assessment", "评〔2026〕7 号"), ("committed", "是"))
        .Filled("其他", ("urgency", "一般"), ("note", ""))
        .Columns();

    public Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, CancellationToken cancel) => Read(Own(unitIds), cancel);

    public Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, IReadOnlyCollection<long> ids, CancellationToken cancel) => Read(Own(unitIds).Where(r => ids.Contains(r.Id)), cancel);

    public IEnumerable<Fault> Faults(ReportedRow row)
    {
        if (row.Change == ReportChange.Removed) yield break;
        if (row["committed"] != "是") yield return new("lists.demand.committed.required", "请作出真实、合规、安全的承诺（上海市数据条例第三十九条）。", "committed");
        if (row["basisClause"].Length == 0) yield return new("lists.demand.basisClause.required", "请写明条款号，例如“第八条”。", "basisClause");
        if (row["frequency"].Length == 0) yield return new("lists.demand.frequency.required", "请选择更新频率。", "frequency");
        foreach (var key in (string[])["startsOn", "endsOn"])
            if (TypedDay.Refusal(TypedDay.Read(row[key]), key, Columns.First(c => c.Key == key).Element.Name) is { } impossible) yield return impossible;
        foreach (var fault in DemandRules.Ends(row["startsOn"], row["endsOn"], clock.Today())) yield return fault;
        if (row.Names("items").Count > DemandRules.MostItems) yield return DemandRules.TooManyItems;
    }

    public Task<IReadOnlyList<Fault>> Apply(AcceptedReport report, Actor actor, CancellationToken cancel) => take.Run(report, actor, cancel);

    private IQueryable<Demand> Own(IReadOnlyCollection<long> unitIds) => store.Set<Demand>().AsNoTracking().Where(d => unitIds.Contains(d.UnitId) && Reported.Contains(d.State));

    private async Task<IReadOnlyList<ReportRow>> Read(IQueryable<Demand> own, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = await own.OrderBy(d => d.Name).ThenBy(d => d.Id).ToListAsync(cancel);
        var items = (await store.Set<DemandItem>().AsNoTracking().Where(i => own.Any(d => d.Id == i.DemandId))
            .OrderBy(i => i.DemandId).ThenBy(i => i.Place).ToListAsync(cancel)).ToLookup(i => i.DemandId);
        return [.. rows.Select(d => new ReportRow(d.Id, d.Edit, Values(d, [.. items[d.Id]], units)) { Fixed = d.State is DemandState.Draft or DemandState.Returned ? null : Under })];
    }

    private static Dictionary<string, string> Values(Demand d, IReadOnlyList<DemandItem> items, UnitTree units)
    {
        var values = DeclaredPart.Texts(d.Elements).ToDictionary();
        foreach (var (key, text) in new[]
        {
            ("number", d.Number ?? ""), ("name", d.Name), ("items", string.Join('、', items.Select(i => i.Name))), ("provider", d.ProviderId == 0 ? "" : units.ShortName(d.ProviderId)), ("scenario", d.Scenario),
            ("basisLevel", FormChoice.Of<LegalBasisLevel>(d.BasisLevel)?.Name() ?? ""), ("basisName", d.BasisName), ("basisClause", d.BasisClause), ("scope", d.Scope), ("regional", d.Regional ? "是" : ""), ("purpose", d.Purpose), ("way", d.Way), ("frequency", d.Frequency?.Name() ?? ""),
            ("startsOn", Shown.Day(d.StartsOn)), ("endsOn", Shown.Day(d.EndsOn)), ("personal", d.Personal.Text()), ("assessment", d.Assessment), ("committed", d.Committed ? "是" : "否"), ("urgency", d.Urgency.Text()), ("note", d.Note),
        })
            if (text.Length > 0) values[key] = text;
        return values;
    }
}
