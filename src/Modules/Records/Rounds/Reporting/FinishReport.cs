using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>
/// 定稿: the report gets every row of the unit, also those no workbook spoke of, and stands still from then on. Its 校验码 ties the printed sheet to it:
/// what the head signs is what is handed in.
/// </summary>
internal sealed class FinishReport(Store store, ReportTables tables, ReportAccess access, IOrganizationDirectory organizations, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Closes the content for signing.</summary>
    public async Task<Result<Done>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (await access.Find(id, actor, cancel) is not { } report) return RoundFaults.ReportNotFound;
        if (!await access.MayFill(report, actor, cancel)) return RoundFaults.NotYours;
        if (!report.WithUnit) return RoundFaults.NotNow;
        if (await store.Set<Round>().AnyAsync(r => r.Id == report.RoundId && r.State == RoundState.Closed, cancel)) return RoundFaults.Closed;
        if (report.Edit != edit) return RoundFaults.ChangedMeanwhile;
        var owing = await store.Set<Part>().Where(p => p.ReportId == id && p.ReturnedAt == null).Select(p => p.Name).ToListAsync(cancel);
        if (owing.Count > 0) return new Fault("records.report.parts-owing", "还有处室没有交回：{0}。不用等的，请先删去它的部分。", null, FaultKind.Conflict, string.Join("、", owing));
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var stored = await tables[report.TableKey].Rows((await organizations.Tree(cancel)).Family(report.UnitId), cancel);
        var lines = Complete(await store.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == id).OrderBy(l => l.Place).ToListAsync(cancel), stored, report.Id, tables[report.TableKey]);
        Figures(report, lines);
        report.CellsRepeated = Repeated(lines, stored, tables[report.TableKey]);
        report.CheckCode = CheckCode(lines);
        report.Move(ReportState.AwaitingHead, clock.GetUtcNow());
        report.Touch(ids, clock);
        audit.Add(actor, RoundAudit.Closing, report.AsSubject(await access.Label(report, tables, cancel)), after: new { report.Rows, report.Changed, report.Added, report.Removed, report.CheckCode });
        if (!await store.TrySave(cancel)) return RoundFaults.ChangedMeanwhile;
        await store.Execute("DELETE FROM records_report_rows WHERE report_id = @id", cancel, ("id", id));
        await Write(lines, cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    // Stored rows keep their order, new ones follow.
    private static List<ReportLine> Complete(List<ReportLine> said, IReadOnlyList<ReportRow> stored, long report, IReportTable table)
    {
        var (byRecord, known) = (said.Where(l => l.RecordId != 0).ToDictionary(l => l.RecordId), stored.ToDictionary(r => r.Id));
        // A new row that has come into the records meanwhile, by another report of the unit, is about that record.
        var added = said.Where(l => l.RecordId == 0).ToLookup(l => l.Name);
        var (lines, arrived) = (new List<ReportLine>(), new HashSet<ReportLine>());
        foreach (var row in stored)
        {
            var line = byRecord.GetValueOrDefault(row.Id);
            if (line is null && added[table.NameOf(row.Values)].FirstOrDefault() is { } come && arrived.Add(come))
                line = Line(table, report, 0, row.Id, row.Edit, ReportChange.Changed, ReportJson.ReadValues(come.NamedValues), come, come.Prefilled, come.Inferred);
            var change = line?.Change ?? ReportChange.Same;
            var values = change == ReportChange.Same ? row.Values : ReportJson.ReadValues(line!.NamedValues);
            var inferred = change == ReportChange.Same ? row.Inferred.Count(k => row[k].Length > 0) : line!.Inferred;
            lines.Add(Line(table, report, lines.Count + 1, row.Id, change == ReportChange.Same ? row.Edit : line!.Edit, change, values, line, change == ReportChange.Same ? table.Columns.Count(c => row[c.Key].Length > 0) - inferred : line!.Prefilled, inferred));
        }
        // What the unit spoke of and was taken from it meanwhile stays visible, so that the decision can name it.
        foreach (var line in said.Where(l => l.RecordId == 0 ? !arrived.Contains(l) : !known.ContainsKey(l.RecordId) && l.Change != ReportChange.Same))
            lines.Add(Line(table, report, lines.Count + 1, line.RecordId, line.Edit, line.Change, ReportJson.ReadValues(line.NamedValues), line, line.Prefilled, line.Inferred));
        return lines;
    }

    private static ReportLine Line(IReportTable table, long report, int place, long record, int edit, ReportChange change, IReadOnlyDictionary<string, string> values, ReportLine? said, int prefilled, int inferred) => new()
    {
        ReportId = report, Place = place, RecordId = record, Edit = edit, Change = change, Name = table.NameOf(values) is { Length: > 0 } name ? name : said?.Name ?? "",
        NamedValues = JsonSerializer.Serialize(values.OrderBy(v => v.Key, StringComparer.Ordinal).ToDictionary(), JsonText.Readable), PartId = said?.PartId ?? 0,
        Prefilled = prefilled, Inferred = inferred, Picked = said?.Picked ?? 0, Typed = said?.Typed ?? 0,
    };

    private static void Figures(Report report, List<ReportLine> lines)
    {
        (report.Rows, report.Changed, report.Added, report.Removed) = (lines.Count, lines.Count(l => l.Change == ReportChange.Changed), lines.Count(l => l.Change == ReportChange.Added), lines.Count(l => l.Change == ReportChange.Removed));
        (report.CellsPrefilled, report.CellsInferred, report.CellsPicked, report.CellsTyped) = (lines.Sum(l => (long)l.Prefilled), lines.Sum(l => (long)l.Inferred), lines.Sum(l => (long)l.Picked), lines.Sum(l => (long)l.Typed));
    }

    // Only where the row still says what stands in the other table.
    private static long Repeated(List<ReportLine> lines, IReadOnlyList<ReportRow> stored, IReportTable table)
    {
        var said = lines.Where(l => l is { RecordId: not 0, Change: ReportChange.Changed }).ToDictionary(l => l.RecordId, l => ReportJson.ReadValues(l.NamedValues));
        return stored.Sum(row => (long)table.Repeats(row).Count(key => row[key].Length > 0 && (!said.TryGetValue(row.Id, out var values) || values.GetValueOrDefault(key) == row[key])));
    }

    /// <summary>Eight figures and letters over all rows in their order.</summary>
    private static string CheckCode(List<ReportLine> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines) hash.AppendData(Encoding.UTF8.GetBytes($"{line.Place}\n{line.RecordId}\n{line.Change}\n{line.NamedValues}\n"));
        var text = Convert.ToHexString(hash.GetHashAndReset());
        return $"{text[..4]}-{text[4..8]}";
    }

    private async Task Write(List<ReportLine> lines, CancellationToken cancel)
    {
        await using var writer = await BulkWriter.Open(store, "records_report_rows", cancel,
            ("report_id", BulkType.Number), ("place", BulkType.Small), ("record_id", BulkType.Number), ("edit", BulkType.Small), ("change", BulkType.Text), ("name", BulkType.Text), ("named_values", BulkType.Text),
            ("part_id", BulkType.Number), ("prefilled", BulkType.Small), ("inferred", BulkType.Small), ("picked", BulkType.Small), ("typed", BulkType.Small));
        foreach (var l in lines) await writer.Write([l.ReportId, l.Place, l.RecordId, l.Edit, l.Change.ToString(), l.Name, l.NamedValues, l.PartId, l.Prefilled, l.Inferred, l.Picked, l.Typed]);
        await writer.Complete(cancel);
    }
}
