using System.Globalization;
using MiniExcelLibs;
using Qingdan.Platform.Database;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>
/// The import of a generated workbook of 200,000 rows by 20 columns, one resource a row: looked through, checked, compared, stored and indexed, beside the floor: one bare
/// pass over its XML, the same inserts, the same bare index. Other libraries' bare reading is shown.
/// </summary>
internal static class WorkbookBench
{
    private const int Rows = 200_000, Pairs = 1;
    private const double Bar = 3;

    /// <summary>All figures.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        var file = Path.Combine(Path.GetTempPath(), $"qingdan-bench-{Guid.NewGuid():N}.xlsx");
        try
        {
            WorkbookFill.Write(file, Rows);
            var ratios = new List<Ratio>();
            foreach (var engine in Enum.GetValues<Engine>())
            {
                ratios.Add(await Time(engine, file));
                ratios.Add(await ImportBench.Peak("the same", engine, file));
            }
            ratios.Add(await SavingBench.Run(file));
            ratios.Add(await Ratio.Measure("one pass of ours over its rows; floor: one bare pass over its XML", "—", Pairs, null, () => Task.FromResult(Ours(file)), () => Bare(file)));
            ratios.Add(await Ratio.Measure("MiniExcel reading it bare; floor: one bare pass over its XML", "—", Pairs, null, () => Task.FromResult(MiniExcel.Query(file).Count()), () => Bare(file)));
            ratios.Add(await ClosedXml(file, ratios[^1].Floor));
            return ratios;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<Ratio> Time(Engine engine, string file)
    {
        var stores = new Queue<TestServices>();
        for (var i = 0; i < 2 * (Pairs + 1); i++) stores.Enqueue(await TestServices.Create(engine));
        var used = stores.ToList();
        var time = await Ratio.Measure($"import of a workbook of {Rows:N0} × {WorkbookFill.Headers.Count}", engine.ToString(), Pairs, Bar, () => ImportRun.Of(stores.Dequeue(), file), () => Floor(stores.Dequeue(), file));
        foreach (var store in used) await store.DisposeAsync();
        return time;
    }

    private static Task Floor(TestServices services, string file) => ImportFloor.Write(services, [WorkbookFill.Read(file).Skip(1).Select(r => new BareResource(r[0], r[3], r[4], r[8], r[9], r[13], r[17], string.Join('|', r[2], r[5], r[14], r[16], r[18], r[19]))
    {
        More = [r[6], r[7], r[11], r[12], r[15]],
    })]);

    // Once, in a process of its own: it takes a gigabyte and half a minute.
    private static async Task<Ratio> ClosedXml(string file, double floor)
    {
        using var child = Itself.Other("Qingdan.Bench.ClosedXml", file);
        var time = double.Parse((await child.StandardOutput.ReadToEndAsync()).Trim(), CultureInfo.InvariantCulture);
        return new Ratio("ClosedXML 0.95.4 reading it bare; floor: one bare pass over its XML", "—", time, floor, time / floor, null);
    }

    private static int Ours(string file)
    {
        using var stream = File.OpenRead(file);
        return SheetFile.Read(stream, SheetFile.Inspect(stream, file).Value.Choice).Count();
    }

    private static Task<int> Bare(string file) => Task.FromResult(WorkbookFill.Read(file).Count());
}
