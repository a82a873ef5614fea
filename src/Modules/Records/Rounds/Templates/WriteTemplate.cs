using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Forms;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Templates;

/// <summary>Writes the prefilled workbook of a report, or of one office's part of it.</summary>
internal sealed class WriteTemplate(Store store, ReportTables tables, ReportAccess access, IOrganizationDirectory organizations)
{
    /// <summary>The workbook's name and its writer.</summary>
    public async Task<Result<(string Name, Func<Stream, Task> Write)>> Run(long reportId, long partId, Actor actor, CancellationToken cancel)
    {
        if (await access.Find(reportId, actor, cancel) is not { } report) return RoundFaults.ReportNotFound;
        var part = partId == 0 ? null : await store.Set<Part>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == partId && p.ReportId == reportId, cancel);
        if (partId != 0 && part is null) return RoundFaults.PartNotFound;
        var round = await store.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == report.RoundId, cancel);
        var (table, units) = (tables[report.TableKey], await organizations.Tree(cancel));
        var rows = await Rows(report, table, units, partId, cancel);
        if (rows.Count > FormWorkbook.MostRows) return new Fault("records.template.too-long", "有 {0} 行，超过一个工作簿的 {1} 行。请按处室分开下载。", null, FaultKind.TooLarge, rows.Count, FormWorkbook.MostRows);
        var unit = units.Find(report.UnitId)!;
        var spec = TemplateText.Spec(report, round, table, await table.Choices(cancel), unit.Name, part);
        var name = $"{round.NoticeOn.Year} {table.Name} {unit.ShortName}{(part is null ? "" : " " + part.Name)}.xlsx";
        return (name, target => FormWorkbook.Write(target, spec, [.. rows.Select(r => Line(report, table, r))], cancel));
    }

    // What was taken over already stands in the next download; an office gets its own rows.
    private async Task<IReadOnlyList<ReportedRow>> Rows(Report report, IReportTable table, UnitTree units, long partId, CancellationToken cancel)
    {
        var stored = await table.Rows(units.Family(report.UnitId), cancel);
        var said = (await store.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == report.Id).OrderBy(l => l.Place).ToListAsync(cancel)).ToLookup(l => l.RecordId);
        IEnumerable<ReportRow> kept = stored;
        if (partId != 0)
        {
            var own = await store.Set<PartRow>().Where(r => r.PartId == partId).Select(r => r.RecordId).ToHashSetAsync(cancel);
            kept = stored.Where(r => own.Contains(r.Id));
        }
        return
        [
            .. kept.Select(row => said[row.Id].LastOrDefault() is { } line ? line.Said(row) : new ReportedRow(ReportChange.Same, row.Values, row)),
            .. said[0].Where(l => partId == 0 || l.PartId == partId).Select(l => l.Said(null)),
        ];
    }

    private static FormRow Line(Report report, IReportTable table, ReportedRow row) => new(
        row.Stored is { } stored ? RowMark.Row(report.Id, stored.Id, stored.Edit) : "", row.Change.Text(), [.. table.Columns.Select(c => row[c.Key])]);
}
