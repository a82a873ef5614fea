using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Receiving;
using Qingdan.Catalog.Import.Running;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>The import of one file by its use-cases, without the server around them.</summary>
internal static class ImportRun
{
    private static readonly Actor Centre = new(1, "导入", 0, "大数据中心", new HashSet<string> { Roles.DataCentre });

    /// <summary>Uploads, looks through, maps as proposed, checks, compares, stores and indexes.</summary>
    public static async Task Of(TestServices services, string file)
    {
        await using var content = File.OpenRead(file);
        var id = (await services.With<ReceiveFile, Result<long>>(r => r.Run(file, content, ImportTarget.Published, Centre, default))).Value;
        // A value that is not there ends the measurement: nothing refused is timed.
        var batch = await Batch(services, id);
        var fields = batch.ReadMapping().Columns.Columns.Where(c => c.Key is not null).ToDictionary(c => c.Column, c => c.Key!);
        _ = (await services.With<ChooseMapping, Result<Done>>(c => c.Run(id, new MappingChoice(batch.Edit, fields, "", ImportTarget.Published), Centre, default))).Value;
        await RunJob(services, (await Batch(services, id)).JobId);
        batch = await Batch(services, id);
        _ = (await services.With<StartImport, Result<Done>>(s => s.Run(id, batch.Edit, false, Centre, default))).Value;
        await RunJob(services, (await Batch(services, id)).JobId);
        if ((await Batch(services, id)).ReadSummary().Created == 0) throw new InvalidOperationException($"{file} brought nothing: the bench measures nothing.");
    }

    private static async Task<ImportBatch> Batch(TestServices services, long id)
    {
        await using var scope = services.Scope();
        return (await scope.ServiceProvider.GetRequiredService<Store>().FindAsync<ImportBatch>(id))!;
    }

    // The job by itself, with its reports: the lists that are generated afterwards are not part of the import.
    private static async Task RunJob(TestServices services, long id)
    {
        var job = await services.With<Store, Job>(store => store.Set<Job>().AsNoTracking().SingleAsync(j => j.Id == id));
        await using var scope = services.Scope();
        await scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == job.Kind).Run(new JobContext(job, Report), default);
        Task Report(long done, long total, string note) => services.With<Store>(store =>
            store.Set<Job>().Where(j => j.Id == id).ExecuteUpdateAsync(s => s.SetProperty(j => j.Done, done).SetProperty(j => j.Total, total).SetProperty(j => j.Note, note)));
    }
}
