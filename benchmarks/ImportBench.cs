using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Qingdan.Platform.Database;
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

    public static async Task<IReadOnlyList<Ratio>> Run(string dataFolder)
    {
        var files = Files(dataFolder);
        if (files.Length == 0)
        {
            Console.WriteLine($"{dataFolder} is not there: the import was not measured.");
            return [];
        }
        var ratios = new List<Ratio>();
        foreach (var engine in Enum.GetValues<Engine>()) ratios.AddRange(await On(engine, files));
        return ratios;
    }

    /// <summary>What the child process runs, <c>import-memory ENGINE FILE…</c>: one import, then its peak in megabytes.</summary>
    public static async Task Child(string[] args)
    {
        await using var services = await TestServices.Create(Enum.Parse<Engine>(args[1]));
        await Import(services, args[2..]);
        Console.WriteLine(Memory.PeakMegabytes().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The peak of a process that imports nothing but these files.</summary>
    public static async Task<Ratio> Peak(string what, Engine engine, params string[] files)
    {
        using var child = Itself.Start(["import-memory", engine.ToString(), .. files]);
        var peak = double.Parse((await child.StandardOutput.ReadToEndAsync()).Trim(), CultureInfo.InvariantCulture);
        return new Ratio($"{what} in a process of its own: peak memory, against the bar", engine.ToString(), peak, MemoryBar, peak / MemoryBar, 1, "MB");
    }

    private static async Task<List<Ratio>> On(Engine engine, string[] files)
    {
        var stores = new Queue<TestServices>();
        for (var i = 0; i < 2 * (Pairs + 1); i++) stores.Enqueue(await TestServices.Create(engine));
        var used = stores.ToList();
        var time = await Ratio.Measure($"import of {Rows(files):N0} rows", engine.ToString(), Pairs, Bar, () => Import(stores.Dequeue(), files), () => Floor(stores.Dequeue(), files));
        foreach (var store in used) await store.DisposeAsync();
        return [time, await Peak("import", engine, files)];
    }

    private static string[] Files(string dataFolder) => Directory.Exists(dataFolder) ? Directory.GetFiles(Path.Combine(dataFolder, "cn-portals-2023", "combined"), "*.csv").Order(StringComparer.Ordinal).ToArray() : [];

    private static async Task Import(TestServices services, string[] files)
    {
        foreach (var file in files) await ImportRun.Of(services, file);
    }

    private static Task Floor(TestServices services, string[] files) => ImportFloor.Write(services, files.Select(f => Parse(f).Select(r => new BareResource(r[2], r[4], r[5], r[9], r[7], r[8], r[11], r[13] + r[14] + r[10]))));

    private static IEnumerable<string[]> Parse(string file)
    {
        using var reader = new StreamReader(file);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        parser.Read();
        while (parser.Read()) yield return parser.Record!;
    }

    private static long Rows(string[] files) => files.Sum(f => (long)Parse(f).Count());
}
