using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Demands.Files;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Archive;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Proofs;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class ProofTests
{
    [Theory, EnginesAndSuites]
    public async Task A_proof_says_what_was_done_and_is_valid_with_the_key_alone(Engine engine, string suite)
    {
        await using var world = await CaseWorld.Create(engine, s => s.SignWith(suite));
        _ = (await world.Dispatch()).Value;
        Assert.Equal("workflow.proof.not-answered", (await Issue(world)).Faults[0].Code);
        var (file, pem) = await Issued(world);
        var content = JsonNode.Parse(ProofEnvelope.Verify(file, pem).Value)!;
        Assert.Equal(("2026-12-14", "2026-11-23", true), ((string)content["term"]!["due"]!, (string)content["term"]!["answered"]!, (bool)content["term"]!["inTime"]!));
        Assert.Contains("《政务数据共享条例》第二十一条第一款", content["anchors"]!.AsArray().Select(a => (string)a!));
        Assert.Equal("workflow.proof.false", ProofEnvelope.Verify(file, SigningSuite.Find(suite)!.NewKeys().PublicPem).Faults[0].Code);
        Assert.Equal("signing.key.unreadable", ProofEnvelope.Verify(file, "nothing").Faults[0].Code);
    }

    [Theory, EnginesAndSuites]
    public async Task Any_byte_of_the_payload_that_is_altered_is_found(Engine engine, string suite)
    {
        await using var world = await CaseWorld.Create(engine, s => s.SignWith(suite));
        _ = (await world.Dispatch()).Value;
        var (file, pem) = await Issued(world);
        var envelope = JsonNode.Parse(file)!;
        var payload = Encoding.UTF8.GetBytes((string)envelope["payload"]!);
        var signature = Convert.FromBase64String((string)envelope["signature"]!);
        var key = SigningSuite.Find(suite)!.Read(pem).Value;
        for (var i = 0; i < payload.Length; i++)
        {
            payload[i] ^= 1;
            Assert.False(key.Verify(payload, signature), $"byte {i}");
            payload[i] ^= 1;
        }
        // And of the file as a whole: what lies in the signed text or the signature.
        for (var i = 0; i < file.Length; i += 7)
        {
            file[i] ^= 1;
            var verified = ProofEnvelope.Verify(file, pem);
            Assert.True(!verified.Ok || verified.Value == Encoding.UTF8.GetString(payload), $"byte {i}");
            file[i] ^= 1;
        }
    }

    [Theory, InlineData("ECDSA-P256-SHA256", "-sha256"), InlineData("SM2-SM3", "-sm3 -sigopt distid:1234567812345678")]
    public async Task Openssl_and_the_command_line_find_it_valid_too(string suite, string with)
    {
        await using var world = await CaseWorld.Create(Engine.Sqlite, s => s.SignWith(suite));
        _ = (await world.Dispatch()).Value;
        var (file, pem) = await Issued(world);
        var folder = Directory.CreateTempSubdirectory("qingdan-proof");
        try
        {
            var envelope = JsonNode.Parse(file)!;
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "key.pem"), pem);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "payload"), Encoding.UTF8.GetBytes((string)envelope["payload"]!));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "signature"), Convert.FromBase64String((string)envelope["signature"]!));
            using var openssl = Process.Start(new ProcessStartInfo("openssl", ["dgst", .. with.Split(' '), "-verify", "key.pem", "-signature", "signature", "payload"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true })!;
            Assert.Equal("Verified OK", (await openssl.StandardOutput.ReadToEndAsync()).Trim());
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "proof.json"), file);
            Assert.Equal(ExitCode.Done, (await VerbRun.Run(world.Services, "proof", "verify", Path.Combine(folder.FullName, "proof.json"), "--key", Path.Combine(folder.FullName, "key.pem"))).Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, Engines]
    public async Task An_archive_holds_facts_scans_and_a_manifest_that_fits_each_file(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Agree)).Value;
        _ = (await world.Sign()).Value;
        await Attach(world);
        await SignedOnPaper(world);
        using var target = new MemoryStream();
        Assert.False((await world.Services.With<CaseArchive, Result<CaseView>>(a => a.Open(world.Id, Person(77, Roles.Liaison), default))).Ok);
        await world.Services.With<CaseArchive>(async a => await a.Write((await a.Open(world.Id, Person(world.Asks, Roles.Liaison), default)).Value, Person(world.Asks, Roles.Liaison), target, default));
        target.Position = 0;
        using var zip = new ZipArchive(target, ZipArchiveMode.Read);
        var manifest = JsonNode.Parse(Text(zip, "manifest.json"))!;
        Assert.Equal(["case.json", "attachments/01-依据.pdf", "sign-offs/01-审签单.pdf", "index.html"], manifest["files"]!.AsArray().Select(f => (string)f!["path"]!));
        Assert.All(manifest["files"]!.AsArray(), f => Assert.Equal((string)f!["sha256"]!, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(zip, (string)f["path"]!))))));
        Assert.Equal("待提供数据", (string)JsonNode.Parse(Text(zip, "case.json"))!["case"]!["state"]!);
        Assert.Contains("<td>同意共享</td>", Text(zip, "index.html"), StringComparison.Ordinal);
    }

    private static async Task Attach(CaseWorld world)
    {
        await using var scope = world.Services.Scope();
        var (store, files) = (scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider.GetRequiredService<FileStore>());
        var saved = (await files.Save(Person(world.Asks, Roles.Liaison), "依据.pdf", new MemoryStream("%PDF-1.4"u8.ToArray()), default)).Value;
        store.Add(new DemandFile { Id = 9, DemandId = world.Id, FileId = saved.Id, Kind = DemandFileKind.Basis, Person = "王敏", At = saved.At });
        await store.SaveChangesAsync();
    }

    // The demand was signed on paper by its own unit.
    private static async Task SignedOnPaper(CaseWorld world)
    {
        await using var scope = world.Services.Scope();
        var saved = (await scope.ServiceProvider.GetRequiredService<FileStore>().Save(Person(world.Asks, Roles.Liaison), "审签单.pdf", new MemoryStream("%PDF-1.4"u8.ToArray()), default)).Value;
        scope.ServiceProvider.GetRequiredService<SignOffBook>().Add(Person(world.Asks, Roles.Liaison), "lists.demand", world.Id, Roles.UnitHead, new SignOffInput(true, "", new PaperSignature("高峰", new DateOnly(2026, 11, 20), "示住建签〔2026〕1 号", saved.Id, saved.Digest)));
        await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), new UTF8Encoding(false));
        return reader.ReadToEnd();
    }

    private static Task<Result<long>> Issue(CaseWorld world) => world.Services.With<IssueProof, Result<long>>(i => i.Run(world.Id, Person(world.Provides, Roles.Liaison), default));

    private static async Task<(byte[] File, string Pem)> Issued(CaseWorld world)
    {
        _ = (await world.Answer(Verdict.Agree)).Value;
        _ = (await world.Sign()).Value;
        var id = (await Issue(world)).Value;
        return (ProofEnvelope.Write(await world.Services.With<Store, Proof>(s => s.Set<Proof>().SingleAsync(p => p.Id == id))), await world.Services.With<SigningKeys, string>(async k => (await k.Current(default)).Pem));
    }
}
