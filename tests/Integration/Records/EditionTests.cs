using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Records.Editions;
using Qingdan.Records.Editions.Archive;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Records.Editions.Viewing;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>An edition from its draft to the archive that proves itself, on the lists of the demo city.</summary>
public sealed class EditionTests
{
    private static readonly Actor Authority = TestPerson.Of("李卫东", "市数据局", Roles.Authority);

    [Theory, Engines]
    public async Task From_opinions_and_minutes_to_an_archive_that_verifies_offline(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var id = await Draw(services);
        await Consult(services, id);
        var unit = TestPerson.Of("王敏", "市民政局", Roles.Liaison);
        var opinion = await services.With<GiveOpinion, Result<long>>(g => g.Run(id, new OpinionInput("negative", "", "第三条的依据已经修订。"), unit, default));
        Assert.Equal("records.edition.unanswered", (await Decide(services, id, (d, edit) => d.Conclude(id, edit, Authority, default))).Faults[0].Code);
        Assert.Equal("reason", (await services.With<AnswerOpinion, Result<Done>>(a => a.Run(id, opinion.Value, 1, "Rejected", "", Authority, default))).Faults.Single().Field);
        Assert.True((await services.With<AnswerOpinion, Result<Done>>(a => a.Run(id, opinion.Value, 1, "Partly", "改依据，条目保留。", Authority, default))).Ok);
        Assert.True((await Decide(services, id, (d, edit) => d.Conclude(id, edit, Authority, default))).Ok);
        Assert.True((await Decide(services, id, (d, edit) => d.Pass(id, edit, "沪数纪要〔2026〕8号", new DateOnly(2026, 11, 20), Authority, default))).Ok);
        Assert.True((await Issue(services, id)).Ok);
        await Work(services);
        var view = (await services.With<ShowEdition, Result<EditionView>>(s => s.Run(id, Authority, default))).Value;
        Assert.Equal((1, "已印发"), (view.Row.Number, view.Row.State));
        Assert.Equal(3, view.Files[^1].Lists.Count);
        Assert.All(view.Files[^1].Lists, l => Assert.True(l.Count > 0));
        await using var archive = new MemoryStream(await Archive(services, id));
        var verified = await VerifyArchive.Run(archive, SigningSuite.Ecdsa, await Pem(services), default);
        Assert.True(verified.Ok, string.Join(';', verified.Faults.Select(f => f.Text)));
        Assert.Equal("沪数发〔2026〕30号", verified.Value.Facts.Document);
        Assert.Equal(view.Files[^1].Lists.Select(l => (l.Name, l.Count, l.Root)), verified.Value.Lists.Select(l => (l.Name, l.Count, l.Root)));
    }

    [Theory, Engines]
    public async Task Of_two_issues_at_once_one_is_refused(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var (one, other) = (await ToIssue(services), await ToIssue(services));
        var both = await Task.WhenAll(Issue(services, one), Issue(services, other));
        Assert.Equal(1, both.Count(r => r.Ok));
        Assert.Equal("records.edition.other-issuing", both.Single(r => !r.Ok).Faults[0].Code);
        await Work(services);
        Assert.Equal([1], await services.With<Store, List<int>>(s => s.Set<Edition>().Where(e => e.Number > 0).Select(e => e.Number).ToListAsync()));
    }

    private static async Task<long> ToIssue(TestServices services)
    {
        var id = await Draw(services);
        await Consult(services, id);
        await Decide(services, id, (d, edit) => d.Conclude(id, edit, Authority, default));
        await Decide(services, id, (d, edit) => d.Pass(id, edit, "纪要", new DateOnly(2026, 11, 20), Authority, default));
        return id;
    }

    private static async Task<long> Draw(TestServices services) =>
        (await services.With<DrawEdition, Result<long>>(d => d.Run(new EditionDraft("示例市公共数据三清单", "示例市数据局", 0, "首次印发"), Authority, default))).Value;

    private static async Task Consult(TestServices services, long id)
    {
        var edit = await Edit(services, id);
        Assert.True((await services.With<ConsultUnits, Result<Done>>(c => c.Run(id, edit, new DateOnly(2026, 12, 20), Authority, default))).Ok);
        await Work(services);
    }

    private static async Task<Result<Done>> Decide(TestServices services, long id, Func<DecideEdition, int, Task<Result<Done>>> act)
    {
        var edit = await Edit(services, id);
        return await services.With<DecideEdition, Result<Done>>(d => act(d, edit));
    }

    private static async Task<Result<Done>> Issue(TestServices services, long id)
    {
        var edit = await Edit(services, id);
        return await services.With<IssueEdition, Result<Done>>(i => i.Run(id, edit, new IssueInput("沪数发〔2026〕30号", new DateOnly(2027, 1, 1), "Government", "首次印发"), Authority, default));
    }

    private static Task<int> Edit(TestServices services, long id) => services.With<Store, int>(s => s.Set<Edition>().Where(e => e.Id == id).Select(e => e.Edit).SingleAsync());

    private static Task Work(TestServices services) => services.With<JobRunner>(r => r.RunDue(default));

    private static async Task<byte[]> Archive(TestServices services, long id)
    {
        await using var scope = services.Scope();
        var file = await scope.ServiceProvider.GetRequiredService<ShowEdition>().FileOf(id, 0, default);
        using var bytes = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<FileStore>().CopyTo(file!.Value, bytes, default);
        return bytes.ToArray();
    }

    private static async Task<string> Pem(TestServices services) => (await services.With<SigningKeys, KnownKey>(k => k.Current(default))).Pem;
}
