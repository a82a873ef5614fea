using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Forms;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Negatives;

/// <summary>The 负面清单 as a table of a round: candidates, returned entries, those on their route and those in force.</summary>
internal sealed class NegativeSheet(Store store, DeclarationBook declarations, LegalRegister laws, TakeReportedNegatives take) : IReportTable
{
    private static readonly Fault InRoute = new("lists.negative.report.in-route", "这一条正在审核路线上，不能在报送里改。请等审核人退回，或办完以后再改。", null, FaultKind.Conflict);
    private static readonly NegativeState[] Reported = [NegativeState.Candidate, NegativeState.Returned, NegativeState.InRoute, NegativeState.InForce];

    public string Key => "negative";

    public string Title => "公共数据负面清单";

    public string Name => "负面清单";

    public int Place => 30;

    public IReadOnlyList<ReportColumn> Columns { get; } = new ReportLayout(declarations.Find("negative").Value)
        .Without("provider", "resource")
        .Given("数据", "number")
        .Filled("数据", ("name", "统计调查对象基础信息"), ("items", "调查对象名称、联系方式"))
        .Filled("为什么不能共享", ("reason", "单个统计调查对象的资料依法不得提供"), ("alternatives", "汇总；核验"))
        .Filled("依据", ("basisLevel", "法律"), ("basisName", "中华人民共和国统计法"), ("basisNumber", "主席令第三十一号"), ("basisClause", "第二十八条"), ("basisText", "照抄条款原文，不删改"), ("basisState", "现行有效"), ("ban", "明确禁止"), ("legalOpinion", "条款性质为保密义务时由法制填写"))
        .Given("", "reviewOn")
        .Columns();

    public async Task<IReadOnlyDictionary<string, FormChoices>> Choices(CancellationToken cancel)
    {
        var names = await laws.NamesInForce(cancel);
        return new Dictionary<string, FormChoices> { ["basisName"] = new("basisLevel", [.. names.Select(n => (n.Key.Name(), (IReadOnlyList<string>)[.. n]))]) };
    }

    public Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, CancellationToken cancel) => Read(Own(unitIds), cancel);

    public Task<IReadOnlyList<ReportRow>> Rows(IReadOnlyCollection<long> unitIds, IReadOnlyCollection<long> ids, CancellationToken cancel) => Read(Own(unitIds).Where(r => ids.Contains(r.Id)), cancel);

    public IEnumerable<string> Repeats(ReportRow row) => row["resource"].Length > 0 ? ["name", "items"] : [];

    public IEnumerable<Fault> Faults(ReportedRow row)
    {
        if (row.Change == ReportChange.Removed)
        {
            if (row.Stored?["state"] == nameof(NegativeState.InForce)) yield return new("lists.negative.report.remove", "生效中的条目由主管部门移出，不能在报送里删除。请联系主管部门，或对目录提出变更。", null, FaultKind.Conflict);
            yield break;
        }
        if (row.Stored?["resource"] is { Length: > 0 } && row.Differs("name")) yield return new("lists.negative.report.name", "来自目录的条目，名称随目录。请在目录里改名。", "name", FaultKind.Conflict);
    }

    public Task<IReadOnlyList<Fault>> Apply(AcceptedReport report, Actor actor, CancellationToken cancel) => take.Run(report, actor, cancel);

    // An entry whose successor is under way is reported as that one.
    private IQueryable<Negative> Own(IReadOnlyCollection<long> unitIds) => store.Set<Negative>().AsNoTracking().Where(n => unitIds.Contains(n.ProviderId) && Reported.Contains(n.State)
        && !store.Set<Negative>().Any(s => s.ReplacesId == n.Id && (s.State == NegativeState.Candidate || s.State == NegativeState.Returned || s.State == NegativeState.InRoute)));

    private async Task<IReadOnlyList<ReportRow>> Read(IQueryable<Negative> own, CancellationToken cancel)
    {
        var rows = await own.OrderBy(n => n.Name).ThenBy(n => n.Id).ToListAsync(cancel);
        var items = (await store.Set<NegativeItem>().AsNoTracking().Where(i => own.Any(n => n.Id == i.NegativeId))
            .OrderBy(i => i.NegativeId).ThenBy(i => i.Place).ToListAsync(cancel)).ToLookup(i => i.NegativeId, i => i.Name);
        return [.. rows.Select(n => new ReportRow(n.Id, n.Edit, Values(n, items[n.Id])) { Fixed = n.State == NegativeState.InRoute ? InRoute : null })];
    }

    private static Dictionary<string, string> Values(Negative n, IEnumerable<string> items)
    {
        var values = DeclaredPart.Texts(n.Elements).ToDictionary();
        foreach (var (key, text) in new[]
        {
            ("number", n.Number ?? ""), ("name", n.Name), ("items", string.Join('、', items)), ("reason", n.Reason), ("alternatives", n.Alternatives), ("basisLevel", FormChoice.Of<LegalBasisLevel>(n.BasisLevel)?.Name() ?? ""),
            ("basisName", n.BasisName), ("basisNumber", n.BasisNumber), ("basisClause", n.BasisClause), ("basisText", n.BasisText), ("basisState", n.BasisName.Length > 0 ? n.BasisState.Text() : ""), ("ban", n.BasisName.Length > 0 ? n.Ban.Text() : ""),
            ("legalOpinion", n.LegalOpinion), ("reviewOn", Shown.Day(n.ReviewOn)), ("resource", n.ResourceId == 0 ? "" : $"{n.ResourceId}"), ("state", n.State.ToString()),
        })
            if (text.Length > 0) values[key] = text;
        return values;
    }
}
