using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Log.Spooling;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>What is done to the log behind the program's back is found, and its place named.</summary>
public sealed class VerifyLogTests
{
    private const int Flips = 120, Records = 60;

    // What flips: the key's own bits would meet another key.
    private static readonly string[] CallColumns =
    [
        "id", "at", "application_id", "consumer_id", "provider_id", "resource_id", "grant_id", "entry_id", "purpose", "items", "rows", "bytes", "milliseconds", "status", "result", "reason", "request", "answer", "node", "sequence", "digest",
    ];

    private static readonly string[] CheckpointColumns = ["node", "sequence", "digest", "at", "set_back", "suite", "fingerprint", "signature"];
    private static readonly string[] NodeColumns = ["node", "created_at", "sequence", "digest", "base_sequence", "base_digest"];

    [Theory, EnginesAndSuites]
    public async Task Any_bit_of_a_record_flipped_in_the_store_is_found_at_its_record(Engine engine, string suite)
    {
        await using var services = await TestServices.Create(engine, s => s.SignWith(suite));
        await using var process = await Logged(services, suite);
        var (node, random) = (process.Log.Folder!.Node, new Random(20261127));
        for (var i = 0; i < Flips; i++)
        {
            var (column, sequence) = (CallColumns[i % CallColumns.Length], random.Next(2, Records));
            var undo = await Flip(services, "exchange_calls", column, $"node = {node} AND sequence = {sequence}", random, moves: column is "node" or "sequence");
            if (undo is null) continue;
            Assert.Contains($"exchange.log.record {node} {sequence}", await process.Faults());
            await undo();
        }
        Assert.Empty(await process.Faults());
    }

    [Theory, EnginesAndSuites]
    public async Task Any_bit_of_a_checkpoint_or_of_a_position_flipped_in_the_store_is_found(Engine engine, string suite)
    {
        await using var services = await TestServices.Create(engine, s => s.SignWith(suite));
        await using var process = await Logged(services, suite);
        var (node, random) = (process.Log.Folder!.Node, new Random(20261127));
        for (var i = 0; i < Flips / 2; i++)
        {
            var (ofCheckpoint, last) = (i % 2 == 0, i % 4 == 0);
            var columns = ofCheckpoint ? CheckpointColumns : NodeColumns;
            var column = columns[i / 2 % columns.Length];
            var undo = await Flip(services, ofCheckpoint ? "exchange_checkpoints" : "exchange_nodes", column, ofCheckpoint ? $"node = {node} AND sequence = {(last ? Records : Records / 2)}" : $"node = {node}", random, moves: column is "node" or "sequence" && ofCheckpoint || column == "node");
            var faults = await process.Faults();
            // A checkpoint in the middle that is away leaves no trace but its number; the chain says the same without it.
            if (!(ofCheckpoint && column == "node" && !last)) Assert.True(faults.Count > 0, $"{(ofCheckpoint ? "checkpoint" : "node")} {column}");
            await undo!();
        }
        Assert.Empty(await process.Faults());
    }

    [Theory, Engines]
    public async Task Any_bit_flipped_in_the_spool_is_found_in_its_file(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = await Logged(services, "ECDSA-P256-SHA256", spoolBytes: 8_000);
        // Some that are in the spool alone.
        await process.Append(20);
        var (files, random) = (process.Log.Folder!.Files, new Random(20261127));
        Assert.True(files.Count > 3);
        for (var i = 0; i < Flips; i++)
        {
            var file = files[random.Next(files.Count)];
            var bytes = await File.ReadAllBytesAsync(file);
            var at = random.Next(bytes.Length);
            await File.WriteAllBytesAsync(file, [.. bytes[..at], (byte)(bytes[at] ^ 1 << random.Next(8)), .. bytes[(at + 1)..]]);
            Assert.Contains(await process.Faults(), f => f.StartsWith($"exchange.log.spool {file} ", StringComparison.Ordinal));
            await File.WriteAllBytesAsync(file, bytes);
        }
        Assert.Empty(await process.Faults());
    }

    [Theory, EnginesAndSuites]
    public async Task An_end_taken_away_is_missed(Engine engine, string suite)
    {
        await using var services = await TestServices.Create(engine, s => s.SignWith(suite));
        await using var process = await Logged(services, suite);
        var node = process.Log.Folder!.Node;
        // Whoever can write the store alone makes it look as if the last half had never been.
        var kept = (await CallLogTests.Calls(services)).Single(c => c.Sequence == Records / 2);
        await services.With<Store>(async s =>
        {
            await s.Set<CallRecord>().Where(c => c.Sequence > Records / 2).ExecuteDeleteAsync();
            await s.Set<Checkpoint>().Where(c => c.Sequence > Records / 2).ExecuteDeleteAsync();
            await s.Set<LogNode>().ExecuteUpdateAsync(u => u.SetProperty(n => n.Sequence, kept.Sequence).SetProperty(n => n.Digest, kept.Digest));
        });
        Assert.Contains($"exchange.log.end {node} {Records / 2}", await process.Faults());
        var doctor = await VerbRun.Run(services, "doctor");
        Assert.Equal(ExitCode.Refused, doctor.Code);
        Assert.Contains("调用日志有", doctor.Output, StringComparison.Ordinal);
        var verify = await VerbRun.Run(services, "exchange-log", "verify");
        Assert.Equal(ExitCode.Refused, verify.Code);
        Assert.Contains("exchange.log.end", verify.Error, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_spool_that_ends_before_the_store_is_missed(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        string file;
        await using (var process = await Logged(services, "ECDSA-P256-SHA256")) file = process.Log.Folder!.Files[^1];
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]);
        await using var looks = new LogProcess(services.Options, services.Clock);
        Assert.Contains(await looks.Faults(), f => f.StartsWith("exchange.log.end ", StringComparison.Ordinal));
        // Nobody goes on with it.
        await looks.Append(1);
        Assert.Equal(2, NodeFolder.All(services.Options.DataFolder).Count);
    }

    [Theory, Engines]
    public async Task Doctor_finds_a_whole_log_well(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = await Logged(services, "ECDSA-P256-SHA256");
        var doctor = await VerbRun.Run(services, "doctor");
        Assert.Contains("1 条日志链共 60 条调用记录前后相连", doctor.Output, StringComparison.Ordinal);
        var verify = await VerbRun.Run(services, "exchange-log", "verify", "--json");
        Assert.Equal((ExitCode.Done, """{"valid":true,"nodes":1,"records":60}"""), (verify.Code, verify.Output.Trim()));
    }

    private static async Task<LogProcess> Logged(TestServices services, string suite, long spoolBytes = 64 * 1024)
    {
        var process = new LogProcess(services.Options, services.Clock, spoolBytes, s => s.SignWith(suite));
        for (var half = 0; half < 2; half++)
        {
            await process.Append(Records / 2);
            await process.Sign();
        }
        return process;
    }

    // Answers how to undo it; null where there is nothing to flip.
    private static async Task<Func<Task>?> Flip(TestServices services, string table, string column, string where, Random random, bool moves)
    {
        var before = (await services.With<Store, List<object>>(s => s.Query($"SELECT {column} FROM {table} WHERE {where}", r => r.GetValue(0), default))).Single();
        object? after = before switch
        {
            byte[] bytes => Flipped(bytes, random),
            string text => text.Length == 0 ? "x" : Flipped(text, random),
            DBNull => (object?)null,
            // The number of a key must not become another's.
            var number => Convert.ToInt64(number, CultureInfo.InvariantCulture) ^ 1L << (moves ? 12 : random.Next(20)),
        };
        if (after is null) return null;
        var moved = moves ? where.Replace($"{column} = {before}", $"{column} = {after}", StringComparison.Ordinal) : where;
        await Set(where, after);
        return () => Set(moved, before);

        Task Set(string at, object value) => services.With<Store>(s => s.Execute($"UPDATE {table} SET {column} = @value WHERE {at}", default, ("value", value)));
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static string Flipped(string text, Random random)
    {
        var at = random.Next(text.Length);
        return $"{text[..at]}{(char)(text[at] ^ 1)}{text[(at + 1)..]}";
    }
}
