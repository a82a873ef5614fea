using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>The rows of a report, those that say something new first asked for, beside what is stored now.</summary>
internal sealed class ShowReportRows(Store store, ReportTables tables, ShowReport show, IOrganizationDirectory organizations)
{
    /// <summary>One page; null when the person has no such report.</summary>
    public async Task<ReportRowsView?> Run(long id, QueryState query, Actor actor, CancellationToken cancel)
    {
        if (await show.Run(id, actor, cancel) is not { } report) return null;
        var all = query["show"] != "new";
        var asked = store.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == id && (all || l.Change != ReportChange.Same));
        var lines = await asked.OrderBy(l => l.Place).Skip((query.Page - 1) * ReportRowsView.Size).Take(ReportRowsView.Size).ToListAsync(cancel);
        var stored = (await tables[report.Report.TableKey].Rows((await organizations.Tree(cancel)).Family(report.Report.UnitId), cancel)).ToDictionary(r => r.Id);
        return new ReportRowsView(report, [.. lines.Select(l => Row(l, stored.GetValueOrDefault(l.RecordId), report.Table))], all ? "all" : "new", query.Page, await asked.CountAsync(cancel));
    }

    private static ReportRowView Row(ReportLine line, ReportRow? stored, IReportTable table)
    {
        var said = line.Said(stored);
        var was = line.Change == ReportChange.Changed && stored is not null ? table.Columns.Where(c => !c.Given && said.Differs(c.Key)).ToDictionary(c => c.Key, c => stored[c.Key]) : [];
        return new ReportRowView(line.Place, line.Change, said.Values, was);
    }
}
