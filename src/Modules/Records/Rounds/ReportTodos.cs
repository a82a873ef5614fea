using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds;

/// <summary>Reports that wait: for the liaison to fill in, for the head to sign, for the city to decide.</summary>
internal sealed class ReportTodos(Store store, ReportTables tables, IOrganizationDirectory organizations) : ITodoSource
{
    public string Kind => "集中梳理";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        var own = actor.UnitId == 0 ? [] : (await organizations.Tree(cancel)).Family(actor.UnitId);
        var (fills, signs, decides) = (actor.Is(Roles.Liaison), actor.Is(Roles.UnitHead), actor.Is(Roles.DataCentre));
        var rows = await store.Set<Report>().AsNoTracking().Join(store.Set<Round>().Where(r => r.State == RoundState.Open), r => r.RoundId, r => r.Id, (r, round) => new { r, round })
            .Where(x => (fills && own.Contains(x.r.UnitId) && (x.r.State == ReportState.NotStarted || x.r.State == ReportState.Filling || x.r.State == ReportState.Returned))
                || (signs && own.Contains(x.r.UnitId) && x.r.State == ReportState.AwaitingHead) || (decides && x.r.State == ReportState.HandedIn))
            .OrderBy(x => x.r.Since).Take(most).ToListAsync(cancel);
        return [.. rows.Select(x => Of(x.r, x.round))];
    }

    private Todo Of(Report report, Round round) => report.State switch
    {
        ReportState.AwaitingHead => new("{1}：{0}", "", "待签批", "看定稿内容，签批后报送，{2} 截止", "去签批", Href(report), report.UnitId, report.Since, tables[report.TableKey].Name, round.Title, Shown.Day(round.DueOn)),
        ReportState.HandedIn => new("{1}：{0}", "", "已报待审", "审核后通过或退回", "去审核", Href(report), report.UnitId, report.Since, tables[report.TableKey].Name, round.Title),
        ReportState.Returned => new("{1}：{0}", "", "已退回", "按退回意见修改，重新签批报送，{2} 截止", "去修改", Href(report), report.UnitId, report.Since, tables[report.TableKey].Name, round.Title, Shown.Day(round.DueOn)),
        _ when report.Reminded > 0 => new("{1}：{0}", "", report.State.Text(), "已催办 {3} 次：下载预填的工作簿，填好交回，{2} 截止", "去填报", Href(report), report.UnitId, report.Since, tables[report.TableKey].Name, round.Title, Shown.Day(round.DueOn), report.Reminded),
        _ => new("{1}：{0}", "", report.State.Text(), "下载预填的工作簿，填好交回，{2} 截止", "去填报", Href(report), report.UnitId, report.Since, tables[report.TableKey].Name, round.Title, Shown.Day(round.DueOn)),
    };

    private static string Href(Report report) => $"/rounds/reports/{report.Id}";
}
