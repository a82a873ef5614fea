using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Checking;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Merging;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Catalog.Import.Running;

/// <summary>
/// 导入: writes the batch where nobody sees it, then switches it on. All or nothing: a process that dies while writing is followed by one that
/// clears and begins anew; one that dies while switching by one that finishes.
/// </summary>
internal sealed class RunImport(Store store, FileStore files, IOrganizationDirectory organizations, Judge judge, StagedRows staged, CatalogCodes codes, SwitchOn switchOn) : IJobHandler
{
    public const string JobKind = "catalog.import.run";

    // About 20 ms of SQLite's only writer.
    private const int Slice = 500;
    private const int ReportEvery = 2000;

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var batch = await store.Set<ImportBatch>().SingleAsync(b => b.Id == job.Payload<ImportJob>().ImportId, cancel);
        if (batch.State == ImportState.Staging) await Stage(batch, job, cancel);
        if (batch.State == ImportState.Switching) await switchOn.Run(batch.Id, job, cancel);
    }

    /// <summary>Nothing of a batch that could not be written stays; one that is being switched waits for 继续, which finishes it.</summary>
    public async Task GiveUp(JobContext job, CancellationToken cancel)
    {
        var batch = await store.Set<ImportBatch>().SingleAsync(b => b.Id == job.Payload<ImportJob>().ImportId, cancel);
        if (batch.State == ImportState.Staging) await Fail(batch, GaveUp(batch));
    }

    private async Task Stage(ImportBatch batch, JobContext job, CancellationToken cancel)
    {
        try
        {
            await staged.Clear(batch.Id, cancel);
            await WriteAll(batch, job, cancel);
            await Move(batch, ImportState.Switching, "", cancel);
        }
        catch (SheetException unreadable)
        {
            await Fail(batch, BatchNote.Of(unreadable.Fault));
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            await Fail(batch, GaveUp(batch));
            throw;
        }
    }

    private async Task WriteAll(ImportBatch batch, JobContext job, CancellationToken cancel)
    {
        await using var source = await ImportSource.Open(files, organizations, batch, cancel);
        var read = 0;
        foreach (var _ in source.Rows())
            if (++read % ReportEvery == 0)
            {
                cancel.ThrowIfCancellationRequested();
                await job.Report(read, 0, "读取文件");
            }
        var judgements = await judge.Run(source.Assembly.Resources, batch, job, cancel);
        if (batch.OnlyGood) judgements = judgements.FindAll(j => !j.Resource.HasFaultyCell);
        var added = judgements.Where(j => j.Verdict == RowVerdict.New).Select(j => j.Resource).ToList();
        var changed = judgements.FindAll(j => j.Verdict == RowVerdict.Changed);
        await EnsureProviders(added, job.Actor, cancel);
        // The file's own codes count as given before the first is given: the next number is beyond them.
        await codes.Reserve(added.Concat(changed.Select(j => j.Resource)).SelectMany(r => new[] { r.Code, r[ImportField.NationalCode] }), cancel);
        var (done, total) = (0, added.Count + changed.Count);
        foreach (var slice in added.Chunk(Slice))
        {
            await job.Report(done, total, "写入目录");
            await staged.Add(batch, slice, job, cancel);
            done += slice.Length;
        }
        foreach (var slice in changed.Chunk(Slice))
        {
            await job.Report(done, total, "写入目录");
            await staged.AddChanges(batch, slice, job, cancel);
            done += slice.Length;
        }
        await job.Report(total, total, "切换");
    }

    private async Task EnsureProviders(List<ImportedResource> added, Actor actor, CancellationToken cancel)
    {
        var strangers = added.Select(r => r.Provider).Where(p => p.Id == 0).Distinct().ToList();
        if (strangers.Count == 0) return;
        var known = await organizations.EnsureProposed(strangers.Select(p => p.Name), actor, cancel);
        foreach (var provider in strangers) provider.Id = known[provider.Name];
        store.ChangeTracker.Clear();
    }

    private static string GaveUp(ImportBatch batch) => BatchNote.Of(new("catalog.import.failed", "导入时出错，一行也没有写入。请把批次编号 {0} 告诉系统管理员，或稍后再试。", null, FaultKind.Conflict, $"{batch.Id}"));

    private async Task Fail(ImportBatch batch, string note)
    {
        // Cleared even when the program is being stopped: nothing half-done stays behind.
        store.ChangeTracker.Clear();
        await staged.Clear(batch.Id, CancellationToken.None);
        await Move(batch, ImportState.Failed, note, CancellationToken.None);
    }

    private async Task Move(ImportBatch batch, ImportState state, string note, CancellationToken cancel)
    {
        await store.Set<ImportBatch>().Where(b => b.Id == batch.Id).ExecuteUpdateAsync(
            s => s.SetProperty(b => b.State, state).SetProperty(b => b.Note, note).SetProperty(b => b.Edit, b => b.Edit + 1), cancel);
        batch.State = state;
    }
}
