using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Log.Keeping;
using Qingdan.Exchange.Log.Spooling;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

public sealed class CallLogTests
{
    [Theory, Engines]
    public async Task What_was_appended_is_in_the_store_once_in_one_chain(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = new LogProcess(services.Options, services.Clock);
        var ids = await process.Append(3_000);
        await process.Flow();
        ids.AddRange(await process.Append(100));
        await process.Flow();
        await process.Flow();
        var calls = await Calls(services);
        Assert.Equal(ids.Order(), calls.Select(c => c.Id).Order());
        Assert.Equal(Enumerable.Range(1, calls.Count).Select(i => (long)i), calls.Select(c => c.Sequence));
        Assert.True(process.Log.Folder!.Files.Count > 3);
        Assert.Empty(await process.Faults());
        var call = calls[50];
        Assert.Equal((call.Id % 77 == 0 ? "exchange.grant.suspended" : "", "4801234567890,4801234567891,4801234567892", 32), (call.Reason, call.Items, call.Request!.Length));
    }

    [Theory, Engines]
    public async Task The_next_process_goes_on_with_the_chain_and_one_beside_it_has_its_own(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using (var first = new LogProcess(services.Options, services.Clock)) await first.Append(100);
        await using var second = new LogProcess(services.Options, services.Clock);
        await second.Append(100);
        await using var beside = new LogProcess(services.Options, services.Clock);
        await beside.Append(50);
        await Task.WhenAll(second.Sign(), beside.Sign());
        var nodes = await services.With<Store, List<LogNode>>(s => s.Set<LogNode>().OrderBy(n => n.Node).ToListAsync());
        Assert.Equal([200, 50], nodes.Select(n => n.Sequence));
        Assert.Empty(await second.Faults());
    }

    [Theory, Engines]
    public async Task What_a_process_left_flows_by_another_and_a_folder_brought_from_elsewhere_is_not_gone_on_with(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using (var first = new LogProcess(services.Options, services.Clock)) await first.Append(100);
        var elsewhere = services.Options with { DataFolder = Directory.CreateTempSubdirectory("qingdan-node-").FullName, PostgresConnection = services.Options.PostgresConnection };
        foreach (var file in Directory.GetFiles(NodeFolder.All(services.Options.DataFolder).Single().Path))
        {
            var to = file.Replace(services.Options.DataFolder, elsewhere.DataFolder, StringComparison.Ordinal);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        if (engine == Engine.Sqlite) File.CreateSymbolicLink(Path.Combine(elsewhere.DataFolder, "qingdan.db"), Path.Combine(services.Options.DataFolder, "qingdan.db"));
        await using (var copy = new LogProcess(elsewhere, services.Clock))
        {
            await copy.Append(10);
            await copy.FlowLeft();
            await copy.Flow();
            Assert.Equal(2, NodeFolder.All(elsewhere.DataFolder).Count);
        }
        await using var looks = new LogProcess(services.Options, services.Clock);
        await looks.FlowLeft();
        Assert.Equal([10L, 100L], (await services.With<Store, List<LogNode>>(s => s.Set<LogNode>().ToListAsync())).Select(n => n.Sequence).Order());
        Assert.Empty(await looks.Faults());
        Directory.Delete(elsewhere.DataFolder, recursive: true);
    }

    [Theory, Engines]
    public async Task A_record_cut_off_is_set_aside_and_the_chain_goes_on(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using (var first = new LogProcess(services.Options, services.Clock)) await first.Append(20);
        var file = NodeFolder.All(services.Options.DataFolder).Single().Files[^1];
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..^100]);
        await using var second = new LogProcess(services.Options, services.Clock);
        await second.Append(5);
        await second.Sign();
        Assert.Single(second.Log.Folder!.Torn);
        Assert.Equal(24, (await Calls(services)).Count);
        Assert.Empty(await second.Faults());
    }

    [Theory, Engines]
    public async Task A_damaged_spool_is_left_as_it_is_and_named_and_a_new_chain_begins(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using (var first = new LogProcess(services.Options, services.Clock)) await first.Append(20, callers: 1);
        var file = NodeFolder.All(services.Options.DataFolder).Single().Files[^1];
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^30] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await using var second = new LogProcess(services.Options, services.Clock);
        await second.Append(5);
        await second.Flow();
        await second.FlowLeft();
        Assert.Equal([$"exchange.log.spool {file} 20"], await second.Faults());
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
        Assert.Equal(24, (await Calls(services)).Count);
    }

    [Theory, Engines]
    public async Task When_the_disk_refuses_callers_are_told_and_later_ones_are_logged_again(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = new LogProcess(services.Options, services.Clock, spoolBytes: 2_000);
        await process.Append(1);
        var (folder, ids) = (process.Log.Folder!, process.Get<IdSource>());
        // In the way of the next file.
        Directory.CreateDirectory(folder.SpoolFile(2) + ".part");
        var told = 0;
        for (var i = 0; i < 10; i++)
            try
            {
                await process.Log.Append(CallSample.Next(ids, services.Clock), default);
            }
            catch (CallLogException)
            {
                told++;
            }
        Assert.InRange(told, 1, 9);
        Directory.Delete(folder.SpoolFile(2) + ".part");
        await process.Append(10);
        await process.Sign();
        Assert.Equal(21 - told, (await Calls(services)).Count);
        Assert.Empty(await process.Faults());
    }

    [Theory, Engines]
    public async Task A_record_that_is_too_long_is_refused_by_itself(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = new LogProcess(services.Options, services.Clock);
        var tooLong = process.Log.Append(new CallRecord { Id = 1, At = services.Clock.GetUtcNow(), Purpose = new string('长', CallLine.Most) }, default).AsTask();
        await process.Append(10);
        await Assert.ThrowsAsync<ArgumentException>(() => tooLong);
        await process.Sign();
        Assert.Equal(10, (await Calls(services)).Count);
        Assert.Empty(await process.Faults());
    }

    [Theory, Engines]
    public async Task The_server_copies_each_second_signs_each_minute_and_at_its_stop(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = new LogProcess(services.Options, services.Clock);
        var service = process.Get<IEnumerable<IHostedService>>().OfType<LogService>().Single();
        await service.StartAsync(default);
        await process.Append(10);
        await Until(async () => { services.Clock.Advance(TimeSpan.FromSeconds(1)); return (await Calls(services)).Count == 10; });
        await Until(async () => { services.Clock.Advance(TimeSpan.FromSeconds(30)); return await Checkpoints(services) == 1; });
        await process.Append(5);
        await service.StopAsync(default);
        Assert.Equal((15, 2), ((await Calls(services)).Count, await Checkpoints(services)));
        Assert.Empty(await process.Faults());
        await Assert.ThrowsAnyAsync<Exception>(() => process.Append(1));
    }

    [Theory, Engines]
    public async Task A_clock_set_back_is_told_by_a_checkpoint_and_the_audit_log_and_the_sequence_goes_on(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = new LogProcess(services.Options, services.Clock);
        await process.Append(10, callers: 1);
        await process.Sign();
        services.Clock.AdjustTime(services.Clock.GetUtcNow().AddSeconds(-30));
        await process.Append(10, callers: 1);
        await process.Sign();
        services.Clock.Advance(TimeSpan.FromHours(1));
        await process.Append(1);
        await process.Sign();
        var setBack = await services.With<Store, List<long>>(s => s.Set<Checkpoint>().OrderBy(c => c.Sequence).Select(c => c.SetBack).ToListAsync());
        Assert.Equal((3, 0L, 0L), (setBack.Count, setBack[0], setBack[2]));
        Assert.InRange(setBack[1], 29_000, 30_000);
        Assert.Equal(1, await services.With<Store, int>(s => s.Set<AuditEvent>().CountAsync(e => e.Action == LogAudit.SetBack.Code)));
        Assert.Empty(await process.Faults());
    }

    internal static Task<List<CallRecord>> Calls(TestServices services) => services.With<Store, List<CallRecord>>(s => s.Set<CallRecord>().OrderBy(c => c.Node).ThenBy(c => c.Sequence).ToListAsync());

    private static Task<int> Checkpoints(TestServices services) => services.With<Store, int>(s => s.Set<Checkpoint>().CountAsync());

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 200);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
