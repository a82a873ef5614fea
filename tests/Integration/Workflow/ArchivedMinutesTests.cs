using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Archive;
using Qingdan.Workflow.Meetings;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>Minutes in the archive of a case: they settle matters of other units too.</summary>
public sealed class ArchivedMinutesTests
{
    [Theory, Engines]
    public async Task A_party_reads_what_the_minutes_say_of_its_case_and_who_sees_all_gets_their_scan(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await Met(world);
        using var own = await Archive(world, Person(world.Asks, Roles.Liaison));
        Assert.DoesNotContain(own.Entries, e => e.FullName.StartsWith("minutes/", StringComparison.Ordinal));
        Assert.Equal(("示数会纪〔2026〕5 号", "2026-11-23", "指定提供单位", "由公安局提供"), JsonNode.Parse(Text(own, "case.json"))!["minutes"]!.AsArray().Single() is var m ? ((string)m!["number"]!, (string)m["metOn"]!, (string)m["outcome"]!, (string)m["conclusion"]!) : default);
        Assert.Contains("由公安局提供", Text(own, "index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("别家的事", Text(own, "case.json") + Text(own, "index.html"), StringComparison.Ordinal);

        foreach (var role in new[] { Roles.Authority, Roles.Auditor })
        {
            using var whole = await Archive(world, Person(3, role));
            Assert.NotNull(whole.GetEntry("minutes/01-纪要.pdf"));
        }
    }

    // One meeting about two matters, of which one is another's.
    private static async Task Met(CaseWorld world)
    {
        await using var scope = world.Services.Scope();
        var (store, actor) = (scope.ServiceProvider.GetRequiredService<Store>(), Person(3, Roles.Authority));
        var scan = (await scope.ServiceProvider.GetRequiredService<FileStore>().Save(actor, "纪要.pdf", new MemoryStream("%PDF-1.4"u8.ToArray()), default)).Value;
        store.Add(new Meeting { Id = 9, Title = "会商", MeetsOn = new DateOnly(2026, 11, 23), Place = "三楼", Person = "李卫东", State = MeetingState.Concluded, MinutesNumber = "示数会纪〔2026〕5 号", Edit = 1 });
        store.Add(new MeetingMatter { MeetingId = 9, Place = 1, Kind = MatterKind.Provider, SubjectId = world.Id, Name = "本件", Question = "", Outcome = MatterOutcome.Name, Conclusion = "由公安局提供" });
        store.Add(new MeetingMatter { MeetingId = 9, Place = 2, Kind = MatterKind.Dispute, SubjectId = 999, Name = "另一件", Question = "", Outcome = MatterOutcome.Uphold, Conclusion = "别家的事" });
        scope.ServiceProvider.GetRequiredService<SignOffBook>().Add(actor, MeetingAudit.Kind, 9, Roles.Authority, new SignOffInput(true, "", new PaperSignature("李卫东", new DateOnly(2026, 11, 23), "示数会纪〔2026〕5 号", scan.Id, scan.Digest)));
        await store.SaveChangesAsync();
    }

    private static async Task<ZipArchive> Archive(CaseWorld world, Actor actor)
    {
        var target = new MemoryStream();
        await world.Services.With<CaseArchive>(async a => await a.Write((await a.Open(world.Id, actor, default)).Value, actor, target, default));
        target.Position = 0;
        return new ZipArchive(target, ZipArchiveMode.Read);
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), new UTF8Encoding(false));
        return reader.ReadToEnd();
    }
}
