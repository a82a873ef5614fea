using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Log.Keeping;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>How long calls and spools are kept.</summary>
public sealed class LogKeepingTests
{
    [Theory, EnginesAndSuites]
    public async Task Months_go_when_their_three_years_are_over_and_the_rest_of_the_chain_verifies(Engine engine, string suite)
    {
        await using var services = await TestServices.Create(engine, s => s.SignWith(suite));
        await using var process = new LogProcess(services.Options, services.Clock, more: s => s.SignWith(suite));
        await process.Append(10);
        await process.Sign();
        // The last of November are not covered by a checkpoint of their own.
        await process.Append(4);
        Set(services, "2026-12-01T00:00:30+08:00");
        await process.Append(6);
        await process.Sign();
        Set(services, "2029-11-30T23:00:00+08:00");
        await Remove(process);
        Assert.Equal(20, (await CallLogTests.Calls(services)).Count);
        Set(services, "2029-12-01T00:00:30+08:00");
        await Remove(process);
        await Remove(process);
        Assert.Equal(Enumerable.Range(15, 6).Select(i => (long)i), (await CallLogTests.Calls(services)).Select(c => c.Sequence));
        Assert.Equal([14L, 20L], await services.With<Store, List<long>>(s => s.Set<Checkpoint>().OrderBy(c => c.Sequence).Select(c => c.Sequence).ToListAsync()));
        var removed = await services.With<Store, List<AuditEvent>>(s => s.Set<AuditEvent>().Where(e => e.Action == LogAudit.Removed.Code).ToListAsync());
        Assert.Equal("""{"rows":14,"untilDay":"2026-11-30"}""", removed.Single().After);
        Assert.Empty(await process.Faults());
        if (engine == Engine.Postgres) Assert.Equal([new DateOnly(2026, 12, 1)], await services.With<Store, List<DateOnly>>(s => CallMonths.All(s, default)));
        // And the chain goes on, to its very end.
        await process.Append(3);
        await process.Sign();
        Set(services, "2034-01-01T00:00:30+08:00");
        await Remove(process);
        Assert.Empty(await CallLogTests.Calls(services));
        Assert.Empty(await process.Faults());
        await process.Append(2);
        await process.Sign();
        Assert.Equal([24L, 25L], (await CallLogTests.Calls(services)).Select(c => c.Sequence));
        Assert.Empty(await process.Faults());
    }

    [Theory, Engines]
    public async Task A_setting_keeps_them_longer(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = new LogProcess(services.Options, services.Clock, more: s => s.AddSingleton(new LogOptions(KeepYears: 5)));
        await process.Append(10);
        await process.Sign();
        Set(services, "2031-11-30T12:00:00+08:00");
        await Remove(process);
        Assert.Equal(10, (await CallLogTests.Calls(services)).Count);
        Set(services, "2031-12-02T12:00:00+08:00");
        await Remove(process);
        Assert.Empty(await CallLogTests.Calls(services));
    }

    // A clock that was set back puts later records into an earlier month: both months go together, once all is old.
    [Theory, Engines]
    public async Task Only_the_beginning_of_a_chain_is_removed(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = new LogProcess(services.Options, services.Clock);
        Set(services, "2026-12-01T00:00:10+08:00");
        await process.Append(5);
        services.Clock.AdjustTime(DateTimeOffset.Parse("2026-11-30T15:59:40Z", CultureInfo.InvariantCulture).ToUniversalTime());
        await process.Append(5);
        await process.Sign();
        Set(services, "2029-12-15T00:00:00+08:00");
        await Remove(process);
        Assert.Equal(10, (await CallLogTests.Calls(services)).Count);
        Assert.Empty(await process.Faults());
        Set(services, "2030-01-15T00:00:00+08:00");
        await Remove(process);
        Assert.Empty(await CallLogTests.Calls(services));
        Assert.Empty(await process.Faults());
    }

    [Theory, Engines]
    public async Task Spool_files_go_a_day_after_when_store_and_checkpoint_have_them(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = new LogProcess(services.Options, services.Clock, spoolBytes: 4_000);
        await process.Append(40);
        var files = process.Log.Folder!.Files;
        Assert.True(files.Count > 4);
        Old(services, files);
        await Clear(process);
        Assert.Equal(files.Count, process.Log.Folder!.Files.Count);
        await process.Flow();
        await Clear(process);
        Assert.Equal(files.Count, process.Log.Folder!.Files.Count);
        await process.Sign();
        File.SetLastWriteTimeUtc(files[2], services.Clock.GetUtcNow().UtcDateTime.AddHours(-23));
        await Clear(process);
        Assert.Equal(files.Skip(2), process.Log.Folder!.Files);
        Old(services, files.Skip(2));
        await Clear(process);
        Assert.Equal([files[^1]], process.Log.Folder!.Files);
        Assert.Empty(await process.Faults());
        await process.Append(40);
        await process.Sign();
        Assert.Equal(80, (await CallLogTests.Calls(services)).Count);
        Assert.Empty(await process.Faults());
    }

    private static void Old(TestServices services, IEnumerable<string> files)
    {
        foreach (var file in files) File.SetLastWriteTimeUtc(file, services.Clock.GetUtcNow().UtcDateTime.AddHours(-25));
    }

    private static void Set(TestServices services, string instant) => services.Clock.SetUtcNow(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).ToUniversalTime());

    private static Task Remove(LogProcess process) => process.With<IEnumerable<IRegularWork>>(w => w.OfType<RemoveOldCalls>().Single().Run(default));

    private static Task Clear(LogProcess process) => process.With<IEnumerable<IRegularWork>>(w => w.OfType<ClearSpools>().Single().Run(default));
}
