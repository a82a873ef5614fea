using System.Formats.Tar;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Log;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Signing;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>What the docs give an auditor to verify the log of calls with.</summary>
public sealed class ExportLogTests
{
    [Theory, EnginesAndSuites]
    public async Task The_script_of_the_docs_verifies_an_export_and_names_what_was_altered(Engine engine, string suite)
    {
        await using var services = await TestServices.Create(engine, s => s.SignWith(suite));
        await using var process = new LogProcess(services.Options, services.Clock, more: s => s.SignWith(suite));
        await process.Append(20);
        await process.Sign();
        // Signed with another key from here on.
        await using (var scope = services.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<SigningKeys>().Rotate(Actor.System, default);
            await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
        }
        await process.Append(20);
        await process.Sign();
        await process.Append(7);
        await process.Flow();
        var export = await Export(services, "2026-11-23");
        var trusted = (await services.With<SigningKeys, IReadOnlyList<KnownKey>>(k => k.All(default))).Select(k => (k.Fingerprint, k.Pem)).ToList();
        var node = process.Log.Folder!.Node;
        var (code, said) = await LogScript.Run(export, trusted);
        Assert.True(code == 0, said);
        Assert.Contains($"ok node {node}: records 1 to 40\nVerified OK", said, StringComparison.Ordinal);
        foreach (var (behind, named) in new[] { ("\"purpose\":\"", $"nodes/{node}/records.jsonl"), ("\"kind\":\"", $"nodes/{node}/checkpoints"), ("\"from\":\"", "manifest.json") })
        {
            (code, said) = await LogScript.Run(Flipped(export, behind), trusted);
            Assert.NotEqual(0, code);
            Assert.Contains($"ALTERED {named}", said, StringComparison.Ordinal);
        }
        Assert.NotEqual(0, (await LogScript.Run(export, trusted.Select(k => (k.Fingerprint, SigningSuite.Find(suite)!.NewKeys().PublicPem)))).Code);
    }

    // Whoever has the city's key today signs what he has altered anew; the checkpoints of then say otherwise.
    [Fact]
    public async Task A_record_altered_in_the_store_before_the_export_is_found_by_the_chain()
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        await using var process = new LogProcess(services.Options, services.Clock);
        for (var i = 0; i < 3; i++)
        {
            await process.Append(5);
            await process.Sign();
        }
        await services.With<Store>(s => s.Set<CallRecord>().Where(c => c.Sequence == 8).ExecuteUpdateAsync(u => u.SetProperty(c => c.Rows, 0)));
        var trusted = (await services.With<SigningKeys, IReadOnlyList<KnownKey>>(k => k.All(default))).Select(k => (k.Fingerprint, k.Pem)).ToList();
        var (code, said) = await LogScript.Run(await Export(services, "2026-11-23"), trusted);
        Assert.NotEqual(0, code);
        Assert.Contains("records.jsonl, up to record 10", said, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_period_begins_and_ends_at_checkpoints_and_a_day_without_calls_is_an_empty_export(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = new LogProcess(services.Options, services.Clock);
        for (var day = 0; day < 3; day++)
        {
            await process.Append(5);
            await process.Sign();
            services.Clock.Advance(TimeSpan.FromDays(1));
        }
        var export = await Export(services, "2026-11-24");
        using var tar = new TarReader(new MemoryStream(export));
        var files = new Dictionary<string, string>();
        while (await tar.GetNextEntryAsync(copyData: true) is { } entry) files[entry.Name] = await new StreamReader(entry.DataStream!, Encoding.UTF8).ReadToEndAsync();
        var node = process.Log.Folder!.Node;
        Assert.Equal(5, files[$"nodes/{node}/records.jsonl"].Count(c => c == '\n'));
        Assert.Equal(2, files[$"nodes/{node}/checkpoints"].Count(c => c == '\n'));
        Assert.Contains($"{{\"after\":5,\"last\":10,\"node\":{node}}}", files["manifest.json"], StringComparison.Ordinal);
        var trusted = (await services.With<SigningKeys, IReadOnlyList<KnownKey>>(k => k.All(default))).Select(k => (k.Fingerprint, k.Pem)).ToList();
        Assert.Contains("records 6 to 10", (await LogScript.Run(export, trusted)).Said, StringComparison.Ordinal);
        var (code, said) = await LogScript.Run(await Export(services, "2020-01-01"), trusted);
        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task Days_that_are_none_or_the_wrong_way_round_are_refused()
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        var file = Path.Combine(services.Options.DataFolder, "export.tar");
        Assert.Equal(ExitCode.Usage, (await VerbRun.Run(services, "exchange-log", "export", "--from", "today", "--to", "2026-11-23", "--out", file)).Code);
        var refused = await VerbRun.Run(services, "exchange-log", "export", "--from", "2026-11-24", "--to", "2026-11-23", "--out", file);
        Assert.Equal(ExitCode.Refused, refused.Code);
        Assert.Contains("exchange.log.days", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    private static async Task<byte[]> Export(TestServices services, string day)
    {
        var file = Path.Combine(services.Options.DataFolder, "export.tar");
        var (code, output, error) = await VerbRun.Run(services, "exchange-log", "export", "--from", day, "--to", day, "--out", file, "--json");
        Assert.True(code == ExitCode.Done, error);
        Assert.Contains("\"records\":", output, StringComparison.Ordinal);
        return await File.ReadAllBytesAsync(file);
    }

    // One bit behind the first place of a text.
    private static byte[] Flipped(byte[] export, string behind)
    {
        var altered = (byte[])export.Clone();
        altered[altered.AsSpan().IndexOf(Encoding.UTF8.GetBytes(behind)) + behind.Length] ^= 1;
        return altered;
    }
}
