using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>Which return is to be read.</summary>
internal sealed record ReadOrder(long ReturnId);

/// <summary>比对: reads a returned workbook and writes the difference. Changes nothing of the report.</summary>
internal sealed class ReadReturn(Store store, FileStore files, ReportTables tables, IOrganizationDirectory organizations) : IJobHandler
{
    public const string JobKind = "records.return.read";
    private const int Batch = 2000;

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var row = await store.Set<Return>().SingleAsync(r => r.Id == job.Payload<ReadOrder>().ReturnId, cancel);
        if (row.State != ReturnState.Reading) return;
        await store.Execute("DELETE FROM records_return_rows WHERE return_id = @id", cancel, ("id", row.Id));
        try
        {
            row.Figures = JsonSerializer.Serialize(await Compare(row, job, cancel), JsonText.Readable);
            row.State = ReturnState.Compared;
        }
        catch (SheetException unreadable)
        {
            await store.Execute("DELETE FROM records_return_rows WHERE return_id = @id", cancel, ("id", row.Id));
            (row.State, row.Notes) = (ReturnState.Failed, ReturnNote.Write([unreadable.Fault]));
        }
        row.Edit++;
        await store.SaveChangesAsync(cancel);
    }

    public async Task GiveUp(JobContext job, CancellationToken cancel)
    {
        var row = await store.Set<Return>().SingleAsync(r => r.Id == job.Payload<ReadOrder>().ReturnId, cancel);
        if (row.State != ReturnState.Reading) return;
        (row.State, row.Notes) = (ReturnState.Failed, ReturnNote.Write([new Fault("records.return.interrupted", "读取几次都没有完成，请重新交回；再不行请联系大数据中心。")]));
        row.Edit++;
        await store.SaveChangesAsync(cancel);
    }

    private async Task<ReturnFigures> Compare(Return row, JobContext job, CancellationToken cancel)
    {
        var report = await store.Set<Report>().AsNoTracking().SingleAsync(r => r.Id == row.ReportId, cancel);
        var table = tables[report.TableKey];
        var choice = JsonSerializer.Deserialize<SheetChoice>(row.Choice, JsonText.Readable)!;
        var family = (await organizations.Tree(cancel)).Family(report.UnitId);
        var (stored, complete) = (await table.Rows(family, cancel), await table.Completion(new(family, await Announced(report, cancel)), cancel));
        var comparison = new Comparison(table, report.Id, choice.Columns, ColumnMapping.FromJson(row.Mapping), stored, complete);
        await using var content = await files.Open(row.FileId, cancel);
        var (batch, done) = (new List<ReturnLine>(Batch), 0);
        foreach (var source in SheetFile.Read(content, choice))
        {
            if (comparison.Line(row.Id, source) is { } line) batch.Add(line);
            if (batch.Count < Batch) continue;
            await Write(batch, job, cancel);
            await job.Report(done += batch.Count, 0, "与系统比对");
            batch.Clear();
        }
        await Write(batch, job, cancel);
        return comparison.Finish();
    }

    private async Task<ILookup<string, string>> Announced(Report report, CancellationToken cancel) =>
        (await (from other in store.Set<Report>()
                join line in store.Set<ReportLine>() on other.Id equals line.ReportId
                where other.RoundId == report.RoundId && other.UnitId == report.UnitId && other.Id != report.Id && (line.Change == ReportChange.Added || line.Change == ReportChange.Changed)
                select new { other.TableKey, line.Name }).ToListAsync(cancel)).ToLookup(l => l.TableKey, l => l.Name);

    private async Task Write(List<ReturnLine> lines, JobContext job, CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await job.Hold(store, cancel);
        await using (var writer = await BulkWriter.Open(store, "records_return_rows", cancel,
            ("return_id", BulkType.Number), ("number", BulkType.Small), ("record_id", BulkType.Number), ("edit", BulkType.Small), ("change", BulkType.Text), ("faulty", BulkType.Flag), ("renamed", BulkType.Flag),
            ("name", BulkType.Text), ("named_values", BulkType.Text), ("cells", BulkType.Text), ("prefilled", BulkType.Small), ("inferred", BulkType.Small), ("picked", BulkType.Small), ("typed", BulkType.Small)))
        {
            foreach (var l in lines) await writer.Write([l.ReturnId, l.Number, l.RecordId, l.Edit, l.Change.ToString(), l.Faulty, l.Renamed, l.Name, l.NamedValues, l.Cells, l.Prefilled, l.Inferred, l.Picked, l.Typed]);
            await writer.Complete(cancel);
        }
        await transaction.CommitAsync(cancel);
    }
}
