using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Mounts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Usage.Reports;

/// <summary>Draws up the 运行月报 from the figures by day, the audit log and what stands open; nothing is typed.</summary>
internal sealed class MonthFigures(Store store, IOrganizationDirectory organizations, TimeProvider clock)
{
    private const int Most = 20;

    private static readonly (string Name, string Action)[] Acts =
    [
        ("新接入应用", ApplicationAudit.Admitted.Code), ("注销应用", ApplicationAudit.Ended.Code), ("新授权", GrantAudit.Made.Code), ("暂停的授权", GrantAudit.Suspended.Code), ("终止的授权", GrantAudit.Ended.Code),
        ("处理的越权尝试", UsageAudit.FollowedUp.Code),
    ];

    /// <summary>The report of the month of a day; of this month up to today.</summary>
    public async Task<MonthReport> Of(DateOnly month, CancellationToken cancel)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var (next, today, units) = (first.AddMonths(1), clock.Today(), await organizations.Tree(cancel));
        var sums = await Both(first, next, cancel);
        var (now, before, acts) = (sums.GetValueOrDefault(true, Sum.None), sums.GetValueOrDefault(false, Sum.None), await Audited(first, next, cancel));
        List<ReportFigure> figures =
        [
            new("放行的调用", now.Answered, before.Answered), new("拒绝的调用", now.Refused, before.Refused), new("提供方出错", now.Failed, before.Failed), new("返回的行数", now.Rows, before.Rows),
            .. Acts.Select(a => new ReportFigure(a.Name, acts.GetValueOrDefault((a.Action, true)), acts.GetValueOrDefault((a.Action, false)))),
        ];
        return new(first, next > today ? today : next.AddDays(-1), figures, [Table("调用多的单位", "使用单位", await Sums("unit_id", first, next, cancel), u => units.ShortName(u)), await ByResource(first, next, cancel), await Refused(first, next, cancel), await Ailing(units, cancel)]);
    }

    // Of the month, and of the one before.
    private async Task<Dictionary<bool, Sum>> Both(DateOnly first, DateOnly next, CancellationToken cancel) =>
        (await store.Query(
            "SELECT CASE WHEN day >= @first THEN 1 ELSE 0 END, sum(answered), sum(refused), sum(failed), sum(row_count) FROM exchange_use WHERE day >= @from AND day < @to GROUP BY CASE WHEN day >= @first THEN 1 ELSE 0 END",
            r => new Sum(r.GetInt32(0), r.Sum(1), r.Sum(2), r.Sum(3), r.Sum(4)), cancel, [("first", Shown.Day(first)), .. Days(first.AddMonths(-1), next)])).ToDictionary(s => s.Of == 1);

    private async Task<Dictionary<(string Action, bool Now), int>> Audited(DateOnly first, DateOnly next, CancellationToken cancel)
    {
        var (codes, from, begin, end) = (Acts.Select(a => a.Action).ToList(), LegalDay.Start(first.AddMonths(-1)), LegalDay.Start(first), LegalDay.Start(next));
        return (await store.Set<AuditEvent>().AsNoTracking().Where(e => codes.Contains(e.Action) && e.At >= from && e.At < end).GroupBy(e => new { e.Action, Now = e.At >= begin }).Select(g => new { g.Key.Action, g.Key.Now, Count = g.Count() }).ToListAsync(cancel))
            .ToDictionary(g => (g.Action, g.Now), g => g.Count);
    }

    private async Task<ReportTable> ByResource(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var names = new Dictionary<long, string>();
        var sums = await Sums("resource_id", from, to, cancel);
        var ids = sums.ConvertAll(s => s.Of);
        foreach (var grant in await store.Set<Grant>().AsNoTracking().Where(g => ids.Contains(g.ResourceId)).Select(g => new { g.ResourceId, g.Resource }).Distinct().ToListAsync(cancel)) names[grant.ResourceId] = grant.Resource;
        return Table("调用多的数据", "数据", sums, id => names.GetValueOrDefault(id, $"#{id}"));
    }

    private Task<List<Sum>> Sums(string column, DateOnly from, DateOnly to, CancellationToken cancel) => store.Query(
        $"SELECT {column}, sum(answered), sum(refused), sum(failed), sum(row_count) FROM exchange_use WHERE day >= @from AND day < @to AND {column} <> 0 GROUP BY {column} ORDER BY sum(answered) + sum(refused) + sum(failed) DESC, {column} LIMIT {Most}",
        r => new Sum(r.GetInt64(0), r.Sum(1), r.Sum(2), r.Sum(3), r.Sum(4)), cancel, Days(from, to));

    private static ReportTable Table(string title, string head, List<Sum> sums, Func<long, string> name) =>
        new(title, 1, [head, "已放行", "拒绝", "提供方出错", "行数"], sums.ConvertAll(s => (IReadOnlyList<string>)[name(s.Of), Shown.Count(s.Answered), Shown.Count(s.Refused), Shown.Count(s.Failed), Shown.Count(s.Rows)]));

    private async Task<ReportTable> Refused(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var rows = await store.Query($"SELECT code, sum(total) FROM exchange_refusals WHERE day >= @from AND day < @to GROUP BY code ORDER BY sum(total) DESC, code LIMIT {Most}", r => (Code: r.GetString(0), Total: r.Sum(1)), cancel, Days(from, to));
        return new("为什么拒绝", 2, ["为什么", "越权尝试", "次数"], rows.ConvertAll(r => (IReadOnlyList<string>)[RefusalKind.TextOf(r.Code), RefusalKind.IsBeyondScope(r.Code) ? "是" : "否", Shown.Count(r.Total)]));
    }

    // As it stands when the report is drawn up.
    private async Task<ReportTable> Ailing(UnitTree units, CancellationToken cancel)
    {
        var rows = await store.Set<Mount>().AsNoTracking().Where(m => m.State == MountState.Mounted && m.FailingSince != null).OrderBy(m => m.FailingSince).Take(Most).Select(m => new { m.Name, m.ProviderId, m.FailingSince }).ToListAsync(cancel);
        return new("挂接异常的服务", 3, ["服务", "提供单位", "异常起"], rows.ConvertAll(m => (IReadOnlyList<string>)[m.Name, units.ShortName(m.ProviderId), Shown.Instant(m.FailingSince!.Value)]));
    }

    private static (string, object?)[] Days(DateOnly from, DateOnly to) => [("from", Shown.Day(from)), ("to", Shown.Day(to))];

    private sealed record Sum(long Of, long Answered, long Refused, long Failed, long Rows)
    {
        public static readonly Sum None = new(0, 0, 0, 0, 0);
    }
}
