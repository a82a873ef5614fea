using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Records.Editions;
using Qingdan.Records.Editions.Archive;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Records.Editions.Proofs;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Support.EditionWorld;

namespace Qingdan.Tests.Integration.Records;

/// <summary>An edition from its draft to the archive that proves itself, on the lists of the demo city.</summary>
public sealed class EditionTests
{
    [Theory, EnginesAndSuites]
    public async Task From_opinions_and_minutes_to_an_archive_that_verifies_offline(Engine engine, string suite)
    {
        await using var services = await TestServices.CreateCity(engine, s => s.SignWith(suite));
        var world = new EditionWorld(services.Scope);
        var id = await world.Consulted();
        var opinion = await world.Say(id, TestPerson.Of("王敏", "市民政局", Roles.Liaison), "第三条的依据已经修订。");
        Assert.Equal("records.edition.unanswered", (await world.Decide(id, (d, edit) => d.Conclude(id, edit, Authority, default))).Faults[0].Code);
        Assert.Equal("reason", (await services.With<AnswerOpinion, Result<Done>>(a => a.Run(id, opinion, 1, "Rejected", "", Authority, default))).Faults.Single().Field);
        await world.Answer(id, opinion, "Partly", "改依据，条目保留。");
        await world.Deliberate(id);
        Assert.True((await world.Issue(id)).Ok);
        await world.Work();
        var view = await world.View(id);
        Assert.Equal((1, "已印发"), (view.Row.Number, view.Row.State));
        Assert.Equal(3, view.Files[^1].Lists.Count);
        Assert.Equal(suite, view.Files[^1].Suite);
        Assert.All(view.Files[^1].Lists, l => Assert.True(l.Count > 0));
        var verified = await world.Verify(await world.Archive(id, 0));
        Assert.True(verified.Ok, string.Join(';', verified.Faults.Select(f => f.Text)));
        Assert.Equal("沪数发〔2026〕30号", verified.Value.Facts.Document);
        Assert.Equal(view.Files[^1].Lists.Select(l => (l.Name, l.Count, l.Root)), verified.Value.Lists.Select(l => (l.Name, l.Count, l.Root)));
    }

    [Theory, EnginesAndSuites]
    public async Task The_command_line_publishes_and_verifies_with_whichever_key_it_is_given(Engine engine, string suite)
    {
        await using var services = await TestServices.CreateCity(engine, s => s.SignWith(suite));
        var world = new EditionWorld(services.Scope);
        var id = await world.ToIssue();
        var (code, output, error) = await VerbRun.Run(services, "edition", "publish", $"{id}", "--person", "authority", "--document", "沪数发〔2026〕30号", "--effective", "2027-01-01", "--summary", "首次印发", "--json");
        Assert.True(code == ExitCode.Done, error);
        Assert.Equal(suite, (string)JsonNode.Parse(output)!["suite"]!);
        var archive = await world.Archive(id, 0);
        var key = (await services.With<Store, List<string>>(s => s.Query("SELECT key FROM records_lines WHERE list = 'responsibility' AND to_at IS NULL ORDER BY key LIMIT 1", r => r.GetString(0), default)))[0];
        var proof = (await services.With<ProveEntry, Result<EntryProof>>(p => p.Run(id, "responsibility", key, Authority, default))).Value.Write();
        foreach (var file in new[] { archive, proof })
        {
            Assert.Equal(ExitCode.Done, await Verify(services, file, await world.Pem()));
            Assert.Equal(ExitCode.Refused, await Verify(services, [.. file[..^1300], (byte)(file[^1300] ^ 1), .. file[^1299..]], await world.Pem()));
            foreach (var other in SigningSuite.All) Assert.Equal(ExitCode.Refused, await Verify(services, file, other.NewKeys().PublicPem));
        }
    }

    [Theory, Engines]
    public async Task A_city_that_changes_its_suite_keeps_one_chain_of_editions(Engine engine)
    {
        var options = new SigningOptions(SigningSuite.Ecdsa);
        await using var services = await TestServices.CreateCity(engine, s => s.AddTransient(_ => options));
        var world = new EditionWorld(services.Scope);
        var (first, pem) = (await world.Issued(), await world.Pem());
        options = new SigningOptions(SigningSuite.Sm);
        var second = await world.Issued();
        Assert.Equal(SigningSuite.All.Select(s => s.Name), [(await world.View(first)).Files[^1].Suite, (await world.View(second)).Files[^1].Suite]);
        Assert.True((await VerifyArchive.Run(new MemoryStream(await world.Archive(first, 0)), SigningSuite.Ecdsa, pem, default)).Ok);
        Assert.Equal((await world.View(first)).Files[^1].ManifestDigest, (await world.Verify(await world.Archive(second, 0))).Value.Facts.Former);
        Assert.True((await services.With<IEnumerable<ICheckup>, CheckupReport>(c => c.OfType<EditionsCheckup>().Single().Look(default))).Well);
    }

    [Theory, Engines]
    public async Task A_clock_that_is_set_back_makes_no_edition_older_than_the_one_before_and_is_noted(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var world = new EditionWorld(services.Scope);
        var first = await world.View(await world.Issued());
        services.Clock.AdjustTime(services.Clock.GetUtcNow().AddDays(-2));
        var second = await world.View(await world.Issued());
        Assert.Equal((1, 2, first.Row.IssuedOn), (first.Row.Number, second.Row.Number, second.Row.IssuedOn));
        var noted = Assert.Single(await services.With<Store, List<AuditEvent>>(s => s.Set<AuditEvent>().Where(e => e.Action == "records.clock.behind").ToListAsync()));
        Assert.Equal((second.Row.Id, """{"at":"2026-11-23"}""", """{"at":"2026-11-21"}"""), (noted.SubjectId, noted.Before, noted.After));
    }

    [Theory, Engines]
    public async Task Of_two_issues_at_once_one_is_refused(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var world = new EditionWorld(services.Scope);
        var (one, other) = (await world.ToIssue(), await world.ToIssue());
        var both = await Task.WhenAll(world.Issue(one), world.Issue(other));
        Assert.Equal(1, both.Count(r => r.Ok));
        Assert.Equal("records.edition.other-issuing", both.Single(r => !r.Ok).Faults[0].Code);
        await world.Work();
        Assert.Equal([1], await services.With<Store, List<int>>(s => s.Set<Edition>().Where(e => e.Number > 0).Select(e => e.Number).ToListAsync()));
    }

    private static async Task<int> Verify(TestServices services, byte[] file, string pem)
    {
        var folder = Directory.CreateTempSubdirectory("qingdan-verify");
        try
        {
            var (path, key) = (Path.Combine(folder.FullName, "file"), Path.Combine(folder.FullName, "key.pem"));
            await File.WriteAllBytesAsync(path, file);
            await File.WriteAllTextAsync(key, pem);
            return (await VerbRun.Run(services, "edition", "verify", path, "--key", key)).Code;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
