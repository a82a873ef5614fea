using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Receiving;
using Qingdan.Catalog.Import.Running;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;

namespace Qingdan.Tests.Integration.Catalog.Import;

/// <summary>Takes files through the import as a person does, on a store of its own.</summary>
internal sealed class ImportRun(TestServices services) : IAsyncDisposable
{
    public static readonly Actor Centre = new(7, "李数", 0, "大数据中心", new HashSet<string> { Roles.DataCentre });

    public TestServices Services => services;

    public static async Task<ImportRun> Start(Engine engine, Action<IServiceCollection>? more = null) => new(await TestServices.Create(engine, more));

    /// <summary>A liaison of a unit that this makes.</summary>
    public async Task<Actor> Liaison(string unit)
    {
        var ids = await services.With<IOrganizationDirectory, IReadOnlyDictionary<string, long>>(d => d.EnsureProposed([unit], Actor.System, default));
        return new Actor(8, "王联", ids[unit], unit, new HashSet<string> { Roles.Liaison });
    }

    /// <summary>A unit with an organization code, so that its resources get codes.</summary>
    public async Task Coded(string unit, string code = "002438161")
    {
        var id = (await Liaison(unit)).UnitId;
        await services.With<Store>(store => store.Execute("UPDATE organizations_units SET code = @code, version = version + 1 WHERE id = @id", default, ("code", code), ("id", id)));
        services.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public Task<Result<long>> Receive(byte[] content, string name = "目录.csv", Actor? actor = null, ImportTarget target = ImportTarget.Draft) =>
        services.With<ReceiveFile, Result<long>>(r => r.Run(name, new MemoryStream(content), target, actor ?? Centre, default));

    /// <summary>Uploads, takes the proposed mapping, and checks.</summary>
    public async Task<ImportBatch> Check(string csv, Actor? actor = null, ImportTarget target = ImportTarget.Published, string provider = "") =>
        await Check((await Receive(Encoding.UTF8.GetBytes(csv), actor: actor, target: target)).Value, actor, provider);

    public async Task<ImportBatch> Check(long id, Actor? actor = null, string provider = "")
    {
        var batch = await Batch(id);
        var fields = batch.ReadMapping().Columns.Columns.Where(c => c.Key is not null).ToDictionary(c => c.Column, c => c.Key!);
        var chosen = await services.With<ChooseMapping, Result<Done>>(c => c.Run(id, new MappingChoice(batch.Edit, fields, provider, batch.Target), actor ?? Centre, default));
        Xunit.Assert.Empty(chosen.Faults);
        await RunJobs();
        return await Batch(id);
    }

    /// <summary>Keeps the mapping of a small file under a name.</summary>
    public async Task<long> Keep(string csv, string name, Actor actor, params (int Column, string Key)[] fields)
    {
        var id = (await Receive(Encoding.UTF8.GetBytes(csv), actor: actor)).Value;
        var choice = new MappingChoice((await Batch(id)).Edit, fields.ToDictionary(f => f.Column, f => f.Key), "", ImportTarget.Draft, name);
        Xunit.Assert.Empty((await services.With<ChooseMapping, Result<Done>>(c => c.Run(id, choice, actor, default))).Faults);
        await RunJobs();
        return id;
    }

    /// <summary>Imports a checked batch.</summary>
    public async Task<ImportBatch> Import(ImportBatch batch, bool onlyGood = false, Actor? actor = null)
    {
        Xunit.Assert.Empty((await Begin(batch, onlyGood, actor)).Faults);
        await RunJobs();
        return await Batch(batch.Id);
    }

    public Task<Result<Done>> Begin(ImportBatch batch, bool onlyGood = false, Actor? actor = null) =>
        services.With<StartImport, Result<Done>>(s => s.Run(batch.Id, batch.Edit, onlyGood, actor ?? Centre, default));

    public async Task<ImportBatch> Undo(ImportBatch batch, Actor? actor = null)
    {
        Xunit.Assert.Empty((await services.With<StartImport, Result<Done>>(s => s.Undo(batch.Id, actor ?? Centre, default))).Faults);
        await RunJobs();
        return await Batch(batch.Id);
    }

    /// <summary>Everything at once.</summary>
    public async Task<ImportBatch> Whole(string csv, Actor? actor = null, ImportTarget target = ImportTarget.Published) => await Import(await Check(csv, actor, target), actor: actor);

    public async Task<int> RunJobs(CancellationToken cancel = default)
    {
        await using var scope = services.Scope();
        return await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDue(cancel);
    }

    /// <summary>Runs the job of a batch as a process does that is killed at the report <paramref name="dies"/> tells.</summary>
    public async Task Killed(long id, Func<long, string, bool> dies)
    {
        await using var scope = services.Scope();
        var jobs = scope.ServiceProvider.GetRequiredService<Store>().Set<Job>();
        var jobId = (await Batch(id)).JobId;
        await jobs.Where(j => j.Id == jobId).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Attempts, j => j.Attempts + 1).SetProperty(j => j.LeaseUntil, services.Clock.GetUtcNow().AddMinutes(1)));
        var job = await jobs.AsNoTracking().SingleAsync(j => j.Id == jobId);
        var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == job.Kind);
        var context = new JobContext(job, (done, _, note) => dies(done, note) ? throw new OperationCanceledException("killed") : Task.CompletedTask);
        await Xunit.Assert.ThrowsAsync<OperationCanceledException>(() => handler.Run(context, default));
    }

    /// <summary>The next process, when the lease of the killed one is over.</summary>
    public async Task<ImportBatch> Restart(long id)
    {
        services.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunJobs();
        return await Batch(id);
    }

    public Task<long> Count(string sql) => services.With<Store, long>(async store => (await store.Query(sql, r => r.GetInt64(0), default))[0]);

    public Task<ImportBatch> Batch(long id) => services.With<Store, ImportBatch>(s => s.Set<ImportBatch>().AsNoTracking().SingleAsync(b => b.Id == id));

    public Task<List<ImportRow>> Rows(long id) => services.With<Store, List<ImportRow>>(s => s.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == id).OrderBy(r => r.Id).ToListAsync());

    /// <summary>The resources a person can see.</summary>
    public Task<List<Resource>> Visible() => services.With<Store, List<Resource>>(s =>
        s.Set<Resource>().AsNoTracking().Where(r => r.State != ResourceState.Staged && r.State != ResourceState.Removed).OrderBy(r => r.Id).ToListAsync());

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
