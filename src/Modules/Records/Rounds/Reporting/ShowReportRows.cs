using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>The rows of a report, those that say something new first asked for, beside what is stored now.</summary>
internal sealed class ShowReportRows(Store store, ReportTables tables, ReportAccess access, ShowReport show, IOrganizationDirectory organizations)
{
    /// <summary>One page; null when the person has no such report.</summary>
    public async Task<ReportRowsView?> Run(long id, bool onlyNew, int page, Actor actor, CancellationToken cancel)
    {
        if (await show.Run(id, actor, cancel) is not { } report) return null;
        var asked = Asked(id, onlyNew);
        var lines = await asked.OrderBy(l => l.Place).Skip((page - 1) * ReportRowsView.Size).Take(ReportRowsView.Size).ToListAsync(cancel);
        return new ReportRowsView(report, await Rows(lines, report.Report, cancel), onlyNew ? "new" : "all", page, await asked.CountAsync(cancel));
    }

    /// <summary>The rows behind a place; null when the person has no such report.</summary>
    public async Task<IReadOnlyList<ReportRowView>?> After(long id, bool onlyNew, int after, int most, Actor actor, CancellationToken cancel) =>
        await access.Find(id, actor, cancel) is { } report ? await Rows(await Asked(id, onlyNew).Where(l => l.Place > after).OrderBy(l => l.Place).Take(most).ToListAsync(cancel), report, cancel) : null;

    private IQueryable<ReportLine> Asked(long id, bool onlyNew) => store.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == id && (!onlyNew || l.Change != ReportChange.Same));

    private async Task<IReadOnlyList<ReportRowView>> Rows(List<ReportLine> lines, Report report, CancellationToken cancel)
    {
        var table = tables[report.TableKey];
        var asked = lines.Where(l => l.RecordId != 0).Select(l => l.RecordId).ToList();
        var stored = (await table.Rows((await organizations.Tree(cancel)).Family(report.UnitId), asked, cancel)).ToDictionary(r => r.Id);
        return [.. lines.Select(l => Row(l, stored.GetValueOrDefault(l.RecordId), table))];
    }

    private static ReportRowView Row(ReportLine line, ReportRow? stored, IReportTable table)
    {
        var said = line.Said(stored);
        var was = line.Change == ReportChange.Changed && stored is not null ? table.Columns.Where(c => !c.Given && said.Differs(c.Key)).ToDictionary(c => c.Key, c => stored[c.Key]) : [];
        return new ReportRowView(line.Place, line.Change, said.Values, was);
    }
}
