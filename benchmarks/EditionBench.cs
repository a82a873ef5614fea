using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Records.Editions;
using Qingdan.Records.Editions.Archive;
using Qingdan.Records.Editions.Comparing;
using Qingdan.Records.Lines;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>An edition of a province: publishing, verifying and comparing, beside writing, reading and hashing the same bytes.</summary>
internal static class EditionBench
{
    private const int Changes = 10_000;

    private static readonly string[] Names = ["responsibility", "negative", "demand"];

    private static readonly Actor Authority = TestPerson.Of("李卫东", "市数据局", Roles.Authority);

    /// <summary>Measures on one engine.</summary>
    public static async Task<List<Ratio>> Run(Engine engine, int entries, int pairs)
    {
        await using var services = await TestServices.Create(engine);
        await Fill(services, entries);
        var first = await ToIssue(services);
        var archive = await Publish(services, first);
        var named = $"{entries:N0} entries";
        List<Ratio> rows = [await Publishing(services, engine, named, archive), await Verifying(services, engine, named, archive, pairs)];
        await Change(services);
        var second = await ToIssue(services);
        await Publish(services, second);
        rows.Add(await Comparing(services, engine, named, first, second, pairs));
        return rows;
    }

    // The edition is issued once; its archive saved once more is the floor: the same bytes written to the same store, and hashed.
    private static async Task<Ratio> Publishing(TestServices services, Engine engine, string named, byte[] archive)
    {
        var runs = new List<(double Thing, double Floor)>();
        for (var i = 0; i < 3; i++)
        {
            var floor = await Ratio.Timed(() => services.With<FileStore>(f => f.Save(Authority, "floor.tar", new MemoryStream(archive), default, long.MaxValue)));
            var id = await ToIssue(services);
            await Order(services, id);
            var thing = await Ratio.Timed(() => services.With<JobRunner>(r => r.RunDue(default)));
            runs.Add((thing, floor));
        }
        var middle = runs.OrderBy(r => r.Thing / r.Floor).ElementAt(1);
        return new Ratio($"publishing an edition of {named} ({archive.Length / 1_000_000} MB), against writing the same bytes to the store and hashing them", engine.ToString(), middle.Thing, middle.Floor, middle.Thing / middle.Floor, 4);
    }

    private static async Task<Ratio> Verifying(TestServices services, Engine engine, string named, byte[] archive, int pairs)
    {
        var pem = (await services.With<SigningKeys, KnownKey>(k => k.Current(default))).Pem;
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, archive);
        try
        {
            return await Ratio.Measure($"verifying an edition of {named}, against reading and hashing it", engine.ToString(), pairs, 3,
                thing: async () =>
                {
                    await using var file = File.OpenRead(path);
                    if (!(await VerifyArchive.Run(file, SigningSuite.Ecdsa, pem, default)).Ok) throw new InvalidOperationException("The archive does not verify: the bench measures nothing.");
                },
                floor: async () =>
                {
                    await using var file = File.OpenRead(path);
                    await SHA256.HashDataAsync(file);
                });
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Task<Ratio> Comparing(TestServices services, Engine engine, string named, long first, long second, int pairs) => Ratio.Measure(
        $"comparing two editions of {named} with {Changes:N0} changes, against reading both", engine.ToString(), pairs, 2,
        thing: () => services.With<CompareEditions>(async compare =>
        {
            var pair = (await compare.Find(first, second, Authority, default)).Value;
            var found = 0;
            await foreach (var _ in compare.Run(pair, default)) found++;
            if (found != Changes) throw new InvalidOperationException($"{found} changes were found.");
        }),
        floor: () => services.With<CompareEditions>(async compare =>
        {
            var pair = (await compare.Find(first, second, Authority, default)).Value;
            await services.With<LineSources>(async sources =>
            {
                foreach (var file in new[] { pair.BeforeFile, pair.AfterFile! })
                {
                    var archive = await sources.Open(file, default);
                    foreach (var list in Names)
                        await foreach (var _ in archive.Of(list, default)) { }
                }
            });
        }));

    private static Task Fill(TestServices services, int entries) => services.With<Store>(async store =>
    {
        await using var transaction = await store.Database.BeginTransactionAsync();
        foreach (var some in Enumerable.Range(0, entries).Chunk(50_000)) await store.InsertMany([.. some.Select(i => Line(services, i, ""))], default);
        await transaction.CommitAsync();
    });

    private static Task Change(TestServices services) => services.With<Store>(async store =>
    {
        await store.Execute($"DELETE FROM records_lines WHERE id <= {Changes}", default);
        await store.InsertMany([.. Enumerable.Range(0, Changes).Select(i => Line(services, i, "（更名）"))], default);
    });

    private static ListLine Line(TestServices services, int i, string more)
    {
        var (list, series) = (i % 10) switch { 8 => ("negative", "FM"), 9 => ("demand", "XQ"), _ => ("responsibility", "ZR") };
        var key = $"{series}-00999011{i % 10}-{i:D7}";
        var content = new JsonObject
        {
            ["key"] = key, ["unit"] = $"示例市第{i % 60}局", ["unitCode"] = "009990110", ["name"] = $"企业登记信息{i}{more}", ["code"] = $"009990110/{i:D6}",
            ["items"] = new JsonArray([.. Enumerable.Range(0, 5).Select(n => (JsonNode)new JsonObject { ["name"] = $"数据项{n}", ["share"] = "无条件共享", ["condition"] = "" })]),
            ["share"] = "有条件共享", ["condition"] = "限行政审批、公共服务核验使用", ["ways"] = "服务接口", ["frequency"] = "每日", ["elements"] = new JsonObject(),
        };
        return new ListLine { Id = i + 1, List = list, EntryId = i + 1, Key = key, UnitId = 1 + (i % 60), FromAt = services.Clock.GetUtcNow(), Content = CanonicalJson.Of(content) };
    }

    private static async Task<byte[]> Publish(TestServices services, long id)
    {
        await Order(services, id);
        await services.With<JobRunner>(r => r.RunDue(default));
        return await services.With<Store, byte[]>(async store =>
        {
            var file = await store.Set<EditionFile>().SingleAsync(f => f.EditionId == id && f.Round == 0);
            using var bytes = new MemoryStream();
            await services.With<FileStore>(f => f.CopyTo(file.FileId, bytes, default));
            return bytes.ToArray();
        });
    }

    // The course before the issue is not what is measured.
    private static async Task<long> ToIssue(TestServices services)
    {
        var id = (await services.With<DrawEdition, Result<long>>(d => d.Run(new EditionDraft("示例市公共数据三清单", "示例市数据局", 0, "印发"), Authority, default))).Value;
        await services.With<Store>(s => s.Set<Edition>().Where(e => e.Id == id).ExecuteUpdateAsync(u => u.SetProperty(e => e.State, EditionState.ToIssue)));
        return id;
    }

    private static async Task Order(TestServices services, long id)
    {
        var edit = await services.With<Store, int>(s => s.Set<Edition>().Where(e => e.Id == id).Select(e => e.Edit).SingleAsync());
        _ = (await services.With<IssueEdition, Result<Done>>(i => i.Run(id, edit, new IssueInput("示数发〔2026〕30号", new DateOnly(2027, 1, 1), "Government", "印发"), Authority, default))).Value;
    }
}
