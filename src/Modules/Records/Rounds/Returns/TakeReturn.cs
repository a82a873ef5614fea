using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>接收: the rows without faults become part of the report, in place of what earlier workbooks said of them. Set-based, one transaction.</summary>
internal sealed class TakeReturn(Store store, ReportTables tables, ReportAccess access, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const string Good = "FROM records_return_rows WHERE return_id = @return AND faulty = @no";

    /// <summary>Takes one compared workbook over; <c>edit</c> is the number that the receipt showed. Returns the report.</summary>
    public async Task<Result<long>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (await access.FindReturn(id, actor, cancel) is not ({ } row, { } report)) return RoundFaults.ReturnNotFound;
        if (!await access.MayFill(report, actor, cancel)) return RoundFaults.NotYours;
        if (row.State != ReturnState.Compared || !report.WithUnit) return RoundFaults.NotNow;
        if (row.Edit != edit) return RoundFaults.ChangedMeanwhile;
        var figures = row.ReadFigures();
        if (figures.Good == 0) return new Fault("records.return.nothing", "没有可以接收的行。请下载原样回执，改好后再交。", null, FaultKind.Conflict);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        (row.State, row.TakenAt) = (ReturnState.Taken, clock.GetUtcNow());
        row.Edit++;
        if (report.State != ReportState.Filling) report.Move(ReportState.Filling, clock.GetUtcNow());
        report.Touch(ids, clock);
        if (row.PartId != 0) await store.Set<Part>().Where(p => p.Id == row.PartId).ExecuteUpdateAsync(s => s.SetProperty(p => p.ReturnedAt, clock.GetUtcNow()), cancel);
        audit.Add(actor, RoundAudit.ReturnTaken, report.AsSubject(await access.Label(report, tables, cancel)), after: new { row.FileName, row.FileDigest, figures.Good, figures.New, figures.Faulty });
        // First, so that of two workbooks at once the second is told.
        if (!await store.TrySave(cancel)) return RoundFaults.ChangedMeanwhile;
        await Write(row, report.Id, cancel);
        await Recount(report.Id, cancel);
        await transaction.CommitAsync(cancel);
        return report.Id;
    }

    private async Task Write(Return row, long report, CancellationToken cancel)
    {
        (string, object?)[] keys = [("report", report), ("return", row.Id), ("no", false), ("part", row.PartId)];
        await store.Execute($"DELETE FROM records_report_rows WHERE report_id = @report AND record_id <> 0 AND record_id IN (SELECT record_id {Good} AND record_id <> 0)", cancel, keys);
        await store.Execute($"DELETE FROM records_report_rows WHERE report_id = @report AND record_id = 0 AND name IN (SELECT name {Good} AND record_id = 0)", cancel, keys);
        await store.Execute(
            "INSERT INTO records_report_rows (report_id, place, record_id, edit, change, name, named_values, part_id, prefilled, inferred, picked, typed) " +
            "SELECT @report, number + (SELECT COALESCE(MAX(place), 0) FROM records_report_rows WHERE report_id = @report), record_id, edit, change, name, named_values, @part, prefilled, inferred, picked, typed " + Good, cancel, keys);
    }

    private Task<int> Recount(long report, CancellationToken cancel) => store.Execute(
        """
        UPDATE records_reports SET rows = (SELECT COUNT(*) FROM records_report_rows WHERE report_id = @report),
            changed = (SELECT COUNT(*) FROM records_report_rows WHERE report_id = @report AND change = 'Changed'),
            added = (SELECT COUNT(*) FROM records_report_rows WHERE report_id = @report AND change = 'Added'),
            removed = (SELECT COUNT(*) FROM records_report_rows WHERE report_id = @report AND change = 'Removed'),
            cells_prefilled = (SELECT COALESCE(SUM(prefilled), 0) FROM records_report_rows WHERE report_id = @report),
            cells_inferred = (SELECT COALESCE(SUM(inferred), 0) FROM records_report_rows WHERE report_id = @report),
            cells_picked = (SELECT COALESCE(SUM(picked), 0) FROM records_report_rows WHERE report_id = @report),
            cells_typed = (SELECT COALESCE(SUM(typed), 0) FROM records_report_rows WHERE report_id = @report)
        WHERE id = @report
        """, cancel, ("report", report));
}
