using System.Formats.Tar;
using System.Text.Json.Nodes;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Records.Editions.Archive;
using Qingdan.Records.Lines;
using Xunit;

namespace Qingdan.Tests.Unit.Records;

public sealed class ArchiveTests
{
    private static readonly EditionFacts Facts = new(1, "示例市公共数据三清单（第一版）", "示例市数据局", "", "示数〔2026〕1号", "〔2026〕第3号", "2026-11-23", "2026-12-01", "政务部门内部", "首次印发", "");

    public static TheoryData<string> Suites => [.. SigningSuite.All.Select(s => s.Name)];

    [Theory, MemberData(nameof(Suites))]
    public async Task An_archive_is_verified_with_the_pinned_key_and_read_by_any_tar(string name)
    {
        var (suite, keys) = Keys(name);
        var archive = await Write(suite, keys, 1_000);
        var manifest = (await Verify(archive, suite, keys.PublicPem)).Value;
        Assert.Equal((Facts, 1_000L, 3L), (manifest.Facts, manifest.Lists[0].Count, manifest.Lists[1].Count));
        using var tar = new TarReader(new MemoryStream(archive));
        var files = new List<string>();
        while (await tar.GetNextEntryAsync(cancellationToken: TestContext.Current.CancellationToken) is { } entry) files.Add(entry.Name);
        Assert.Equal(["lists/responsibility.jsonl", "lists/responsibility.leaves", "lists/negative.jsonl", "lists/negative.leaves", "manifest.json", "manifest.sig"], files);
        Assert.Equal(archive, await Write(SigningSuite.Find(name)!, keys, 1_000, signature: Signature(archive)));
    }

    [Theory, MemberData(nameof(Suites))]
    public async Task Any_bit_flipped_is_found_and_its_place_named(string name)
    {
        var (suite, keys) = Keys(name);
        var archive = await Write(suite, keys, 60);
        var (random, end) = (new Random(20261126), TarHeader.Block + TarHeader.Read(archive[..TarHeader.Block])!.Value.Size);
        for (var i = 0; i < 10_000; i++)
        {
            var (at, bit) = (random.Next(archive.Length), (byte)(1 << random.Next(8)));
            archive[at] ^= bit;
            var verified = await Verify(archive, suite, keys.PublicPem);
            Assert.False(verified.Ok, $"byte {at}, bit {bit}");
            // Within the lines of the first list the line is named: the 512 bytes of its header come before.
            if (at >= TarHeader.Block && at < end && archive[at] != '\n' && (archive[at] ^ bit) != '\n')
                Assert.Equal(archive.AsSpan(TarHeader.Block, at - TarHeader.Block).Count((byte)'\n') + 1L, verified.Faults.First(f => f.Code == "edition.archive.line").Args[1]);
            archive[at] ^= bit;
        }
        Assert.True((await Verify(archive, suite, keys.PublicPem)).Ok);
    }

    [Theory, MemberData(nameof(Suites))]
    public async Task What_was_forged_cut_or_lengthened_is_refused_in_words(string name)
    {
        var (suite, keys) = Keys(name);
        var archive = await Write(suite, keys, 5);
        Assert.Equal("edition.archive.signature", (await Verify(await Write(suite, suite.NewKeys(), 5), suite, keys.PublicPem)).Faults[0].Code);
        Assert.Equal("edition.archive.end", (await Verify([.. archive, 0], suite, keys.PublicPem)).Faults[0].Code);
        Assert.Equal("edition.archive.end", (await Verify(archive[..^1], suite, keys.PublicPem)).Faults[0].Code);
        Assert.Equal("edition.archive.cut", (await Verify(archive[..700], suite, keys.PublicPem)).Faults[0].Code);
        Assert.Equal("edition.archive.header", (await Verify([.. new byte[511], 1], suite, keys.PublicPem)).Faults[0].Code);
        Assert.Equal("signing.key.unreadable", (await Verify(archive, suite, "no key")).Faults[0].Code);
        foreach (var length in Enumerable.Range(0, 200).Select(i => i * archive.Length / 200)) Assert.False((await Verify(archive[..length], suite, keys.PublicPem)).Ok);
    }

    [Fact]
    public async Task Entries_out_of_order_are_a_bug()
    {
        using var writer = new ArchiveWriter(new MemoryStream(), SigningSuite.Ecdsa);
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.Add("negative", "负面清单", Entries("FM", 2).Reverse(), default));
    }

    private static (SigningSuite, KeyPair) Keys(string name) => (SigningSuite.Find(name)!, SigningSuite.Find(name)!.NewKeys());

    private static async Task<byte[]> Write(SigningSuite suite, KeyPair keys, int count, byte[]? signature = null)
    {
        using var target = new MemoryStream();
        using var writer = new ArchiveWriter(target, suite);
        await writer.Add("responsibility", "责任清单", Entries("ZR", count), default);
        await writer.Add("negative", "负面清单", Entries("FM", 3), default);
        await writer.Close(Facts, manifest => Task.FromResult(signature ?? suite.Sign(keys.PrivateKey, manifest)), default);
        return target.ToArray();
    }

    private static IAsyncEnumerable<LineInForce> Entries(string series, int count) => Enumerable.Range(1, count)
        .Select(i => new LineInForce($"{series}-{i:D6}", i % 7, CanonicalJson.Of(new JsonObject { ["key"] = $"{series}-{i:D6}", ["unit"] = $"示例市第{i % 7}局", ["name"] = $"目录{i}" }))).ToAsyncEnumerable();

    private static Task<Result<EditionManifest>> Verify(byte[] archive, SigningSuite suite, string pem) => VerifyArchive.Run(new MemoryStream(archive), suite, pem, default);

    // Signatures are made with a random number: the same content is signed anew with other bytes.
    private static byte[] Signature(byte[] archive)
    {
        var at = archive.AsSpan().IndexOf("manifest.sig"u8);
        return archive[(at + TarHeader.Block)..(at + TarHeader.Block + (int)TarHeader.Read(archive[at..(at + TarHeader.Block)])!.Value.Size)];
    }
}
