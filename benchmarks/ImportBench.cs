using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Receiving;
using Qingdan.Catalog.Import.Running;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Search;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>
/// The import of seven real files (77,222 rows): uploaded, looked through for marks, mapped, normalised, checked, stored and indexed, beside the floor:
/// parse the same files, insert the same columns without any index, write the same bigram text into the bare search index.
/// </summary>
internal static class ImportBench
{
    private const int Pairs = 3;
    private const double Bar = 3, MemoryBar = 400;
    private static readonly Actor Centre = new(1, "导入", 0, "大数据中心", new HashSet<string> { Roles.DataCentre });

    public static async Task<IReadOnlyList<Ratio>> Run(string dataFolder)
    {
        var files = Files(dataFolder);
        if (files.Length == 0)
        {
            Console.WriteLine($"{dataFolder} is not there: the import was not measured.");
            return [];
        }
        var ratios = new List<Ratio>();
        foreach (var engine in Enum.GetValues<Engine>()) ratios.AddRange(await On(engine, dataFolder, files));
        return ratios;
    }

    /// <summary>What the child process runs, <c>import-memory FOLDER ENGINE</c>: one import, then its peak in megabytes.</summary>
    public static async Task Child(string[] args)
    {
        await using var services = await TestServices.Create(Enum.Parse<Engine>(args[2]));
        await Import(services, Files(args[1]));
        Console.WriteLine(Memory.PeakMegabytes().ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<List<Ratio>> On(Engine engine, string dataFolder, string[] files)
    {
        var stores = new Queue<TestServices>();
        for (var i = 0; i < 2 * (Pairs + 1); i++) stores.Enqueue(await TestServices.Create(engine));
        var used = stores.ToList();
        var time = await Ratio.Measure($"import of {Rows(files):N0} rows", engine.ToString(), Pairs, Bar, () => Import(stores.Dequeue(), files), () => Floor(stores.Dequeue(), files));
        foreach (var store in used) await store.DisposeAsync();
        using var child = Itself.Start("import-memory", dataFolder, engine.ToString());
        var peak = double.Parse((await child.StandardOutput.ReadToEndAsync()).Trim(), CultureInfo.InvariantCulture);
        return [time, new Ratio("import in a process of its own: peak memory, against the bar", engine.ToString(), peak, MemoryBar, peak / MemoryBar, 1, "MB")];
    }

    private static string[] Files(string dataFolder) => Directory.Exists(dataFolder) ? Directory.GetFiles(Path.Combine(dataFolder, "cn-portals-2023", "combined"), "*.csv").Order(StringComparer.Ordinal).ToArray() : [];

    private static async Task Import(TestServices services, string[] files)
    {
        foreach (var file in files)
        {
            await using var content = File.OpenRead(file);
            var id = (await services.With<ReceiveFile, Platform.Results.Result<long>>(r => r.Run(file, content, ImportTarget.Published, Centre, default))).Value;
            var batch = await Batch(services, id);
            var fields = batch.ReadMapping().Columns.Columns.Where(c => c.Key is not null).ToDictionary(c => c.Column, c => c.Key!);
            _ = (await services.With<ChooseMapping, Platform.Results.Result<Platform.Results.Done>>(c => c.Run(id, new MappingChoice(batch.Edit, fields, "", ImportTarget.Published), Centre, default))).Value;
            await RunJob(services, (await Batch(services, id)).JobId);
            batch = await Batch(services, id);
            _ = (await services.With<StartImport, Platform.Results.Result<Platform.Results.Done>>(s => s.Run(id, batch.Edit, false, Centre, default))).Value;
            await RunJob(services, (await Batch(services, id)).JobId);
            if ((await Batch(services, id)).ReadSummary().Created == 0) throw new InvalidOperationException($"{file} brought nothing: the bench measures nothing.");
        }
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

    private static async Task Floor(TestServices services, string[] files) => await services.With<Store>(async store =>
    {
        await store.Execute("CREATE TABLE bench_resources AS SELECT * FROM catalog_resources WHERE 1 = 0", default);
        var id = 0L;
        foreach (var file in files)
        {
            var parsed = Parse(file).ToList();
            await using var transaction = await store.Database.BeginTransactionAsync();
            await using (var writer = await BulkWriter.Open(store, "bench_resources", default, Columns))
            {
                foreach (var row in parsed) await writer.Write(Values(++id, row));
                await writer.Complete(default);
            }
            await Words(store, id - parsed.Count, parsed);
            await transaction.CommitAsync();
        }
    });

    private static IEnumerable<string[]> Parse(string file)
    {
        using var reader = new StreamReader(file);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        parser.Read();
        while (parser.Read()) yield return parser.Record!;
    }

    private static async Task Words(Store store, long id, List<string[]> rows)
    {
        if (await store.Open(default) is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginTextImportAsync("COPY catalog_search (rowid, words) FROM STDIN");
            foreach (var row in rows) await copy.WriteAsync($"{++id}\t{Bigrams.Vectors(null, row[2], row[4])[0]}\n");
            return;
        }
        await using var insert = (SqliteCommand)await store.Command("INSERT INTO catalog_search (rowid, words) VALUES (@id, @words)", default);
        var (rowid, words) = (insert.Parameters.Add("@id", SqliteType.Integer), insert.Parameters.Add("@words", SqliteType.Text));
        foreach (var row in rows)
        {
            (rowid.Value, words.Value) = (++id, Bigrams.Index(null, row[2], row[4]));
            insert.ExecuteNonQuery();
        }
    }

    private static long Rows(string[] files) => files.Sum(f => (long)Parse(f).Count());

    private static readonly (string, BulkType)[] Columns =
    [
        ("id", BulkType.Number), ("code", BulkType.Text), ("national_code", BulkType.Text), ("name", BulkType.Text), ("name_key", BulkType.Text), ("provider_id", BulkType.Number),
        ("summary", BulkType.Text), ("theme", BulkType.Text), ("system_name", BulkType.Text), ("duty", BulkType.Text), ("formats", BulkType.Text), ("frequency", BulkType.Text),
        ("share", BulkType.Text), ("share_stated", BulkType.Flag), ("share_condition", BulkType.Text), ("share_reason", BulkType.Text), ("share_ways", BulkType.Text),
        ("open_type", BulkType.Text), ("data_level", BulkType.Text), ("data_updated_on", BulkType.Text), ("elements", BulkType.Text), ("state", BulkType.Text), ("version", BulkType.Small),
        ("edit", BulkType.Small), ("revision", BulkType.Number), ("import_id", BulkType.Number), ("created_at", BulkType.Number), ("changed_at", BulkType.Number),
    ];

    private static object?[] Values(long id, string[] r) =>
        [id, null, null, r[2], r[2], 1L, r[4], r[5], "", "", r[9], r[7], "Unconditional", false, "", "", "", r[8], "", r[11], r[13] + r[14] + r[10], "Published", 1, 1, id, 1L, 1L, 1L];
}
