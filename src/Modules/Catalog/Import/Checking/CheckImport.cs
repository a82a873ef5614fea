using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Catalog.Import.Checking;

/// <summary>What an import job works on.</summary>
internal sealed record ImportJob(long ImportId);

/// <summary>检查: reads the whole file, understands every row and says what an import would do. Changes nothing in the catalogue.</summary>
internal sealed class CheckImport(Store store, FileStore files, IOrganizationDirectory organizations, Judge judge, IdSource ids, ImportRowWriter rows) : IJobHandler
{
    public const string JobKind = "catalog.import.check";
    private const int ReportEvery = 2000;

    /// <summary>The limit that keeps one file's resources in memory.</summary>
    public const int MostRows = 300_000;

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        await Check(job, cancel);
        // What was held of the file is of no use now; the import that follows would pile its own on top of it. The stack that still holds it is left first.
        await Task.Yield();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
    }

    private async Task Check(JobContext job, CancellationToken cancel)
    {
        var id = job.Payload<ImportJob>().ImportId;
        var batch = await store.Set<ImportBatch>().SingleAsync(b => b.Id == id, cancel);
        if (batch.State != ImportState.Checking) return;
        await rows.Clear(id, cancel);
        try
        {
            var outcome = await Look(batch, job, cancel);
            await rows.Write(batch.Id, outcome, (done, total) => job.Report(done, total, "写检查结果"), cancel);
            batch.Summary = BatchJson.Write(outcome.Summary());
            batch.State = ImportState.Checked;
            batch.Note = "";
        }
        catch (SheetException unreadable)
        {
            batch.State = ImportState.Failed;
            batch.Note = BatchNote.Of(unreadable.Fault);
        }
        batch.Edit++;
        await store.SaveChangesAsync(cancel);
    }

    private async Task<CheckOutcome> Look(ImportBatch batch, JobContext job, CancellationToken cancel)
    {
        await using var source = await ImportSource.Open(files, organizations, batch, cancel);
        var outcome = new CheckOutcome(source, ids);
        foreach (var (row, placed) in source.Rows())
        {
            outcome.Add(row, placed);
            if (outcome.Rows.Count > MostRows) throw new SheetException(new("catalog.import.too-many-rows", "超过 {0} 行。请分成几个文件导入。", "file", Platform.Results.FaultKind.TooLarge, MostRows));
            if (outcome.Rows.Count % ReportEvery == 0)
            {
                cancel.ThrowIfCancellationRequested();
                await job.Report(outcome.Rows.Count, 0, "读取文件");
            }
        }
        outcome.Judged(await judge.Run(source.Assembly.Resources, batch, job, cancel));
        return outcome;
    }
}
