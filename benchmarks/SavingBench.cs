using System.Diagnostics;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>A clerk who saves one draft again and again while the workbook is imported: SQLite has one writer at a time, and nobody may be refused or kept waiting for it.</summary>
internal static class SavingBench
{
    private const int Alone = 300, WarmUp = 50;

    /// <summary>The 95th percentile of a save during the import, beside the same without it.</summary>
    public static async Task<Ratio> Run(string file)
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        var unit = (await services.With<IOrganizationDirectory, IReadOnlyDictionary<string, long>>(d => d.EnsureProposed(["示例市第一百局"], Actor.System, default))).Values.Single();
        var clerk = new Actor(2, "编目员", unit, "示例市第一百局", new HashSet<string> { Roles.Liaison });
        var draft = (await services.With<SaveResource, Result<long>>(s => s.Create(Content(0), clerk, default))).Value;
        var edit = 1;
        var (alone, during) = (new List<double>(), new List<double>());
        for (var i = -WarmUp; i < Alone; i++)
            if (await Save() is var time && i >= 0) alone.Add(time);
        var import = Task.Run(() => ImportRun.Of(services, file));
        while (!import.IsCompleted)
        {
            during.Add(await Save());
            await Task.Delay(20);
        }
        await import;
        return new Ratio($"saving one record while it runs, p95 of {during.Count:N0}, the longest {during.Max():N0} ms; floor: without it", "Sqlite", Ratio.P95(during), Ratio.P95(alone), Ratio.P95(during) / Ratio.P95(alone), 5);

        async Task<double> Save()
        {
            var watch = Stopwatch.StartNew();
            var saved = await services.With<SaveResource, Result<Done>>(s => s.Update(draft, edit, Content(edit), clerk, default));
            edit++;
            return saved.Ok ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"A save was refused: {saved.Faults[0].Code}.");
        }
    }

    private static ResourceContent Content(int number) => new() { Name = "路灯巡检记录", Summary = $"第 {number} 次保存", Items = [new ItemContent { Name = "路灯编号" }, new ItemContent { Name = "巡检日期" }] };
}
