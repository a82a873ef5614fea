using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions;
using Qingdan.Records.Editions.Archive;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Records.Editions.Viewing;
using Qingdan.Standards.Contracts;

namespace Qingdan.Tests.Support;

/// <summary>Takes editions through their course by the use-cases, on the services or the host of a test.</summary>
internal sealed class EditionWorld(Func<AsyncServiceScope> scope)
{
    public static readonly Actor Authority = TestPerson.Of("李卫东", "市数据局", Roles.Authority);

    /// <summary>Draws one up and consults on it.</summary>
    public async Task<long> Consulted(string title = "示例市公共数据三清单")
    {
        var id = (await With<DrawEdition, Result<long>>(d => d.Run(new EditionDraft(title, "示例市数据局", 0, "首次印发"), Authority, default))).Value;
        await Consult(id);
        await Work();
        return id;
    }

    public async Task Consult(long id)
    {
        var edit = await Edit(id);
        Must(await With<ConsultUnits, Result<Done>>(c => c.Run(id, edit, new DateOnly(2026, 12, 20), Authority, default)));
    }

    /// <summary>One that waits for its issue.</summary>
    public async Task<long> ToIssue()
    {
        var id = await Consulted();
        await Deliberate(id);
        return id;
    }

    /// <summary>Closes the round of opinions, and it is deliberated.</summary>
    public async Task Deliberate(long id)
    {
        Must(await Decide(id, (d, edit) => d.Conclude(id, edit, Authority, default)));
        Must(await Decide(id, (d, edit) => d.Pass(id, edit, "沪数纪要〔2026〕8号", new DateOnly(2026, 11, 20), Authority, default)));
    }

    /// <summary>Orders the issue.</summary>
    public async Task<Result<Done>> Issue(long id)
    {
        var edit = await Edit(id);
        return await With<IssueEdition, Result<Done>>(i => i.Run(id, edit, new IssueInput("沪数发〔2026〕30号", new DateOnly(2027, 1, 1), "Government", "首次印发"), Authority, default));
    }

    /// <summary>An issued one.</summary>
    public async Task<long> Issued()
    {
        var id = await ToIssue();
        Must(await Issue(id));
        await Work();
        return id;
    }

    public Task<long> Say(long id, Actor unit, string text) => With<GiveOpinion, long>(async g => (await g.Run(id, new OpinionInput("negative", "", text), unit, default)).Value);

    public async Task Answer(long id, long opinion, string verdict, string reason) => Must(await With<AnswerOpinion, Result<Done>>(a => a.Run(id, opinion, 1, verdict, reason, Authority, default)));

    public async Task<Result<Done>> Decide(long id, Func<DecideEdition, int, Task<Result<Done>>> act)
    {
        var edit = await Edit(id);
        return await With<DecideEdition, Result<Done>>(d => act(d, edit));
    }

    public Task<EditionView> View(long id) => With<ShowEdition, EditionView>(async s => (await s.Run(id, Authority, default)).Value);

    public Task<int> Edit(long id) => With<Store, int>(s => s.Set<Edition>().Where(e => e.Id == id).Select(e => e.Edit).SingleAsync());

    /// <summary>Works off the jobs; a host may have taken one up by itself.</summary>
    public async Task Work()
    {
        do await With<JobRunner, int>(r => r.RunDue(default));
        while (await With<Store, bool>(async s => await s.Set<Job>().AnyAsync(j => j.State == JobState.Running)));
    }

    public async Task<byte[]> Archive(long id, int round)
    {
        await using var services = scope();
        var file = await services.ServiceProvider.GetRequiredService<ShowEdition>().FileOf(id, round, default);
        using var bytes = new MemoryStream();
        await services.ServiceProvider.GetRequiredService<FileStore>().CopyTo(file!.Value, bytes, default);
        return bytes.ToArray();
    }

    /// <summary>Alters one entry of the responsibility list in force and takes another out; gives their numbers.</summary>
    public async Task<(string Altered, string Removed)> ChangeLists()
    {
        var removed = await With<Store, string>(async store =>
        {
            var number = (await store.Query("SELECT number FROM lists_entries WHERE state = 'InForce' AND number IS NOT NULL ORDER BY number LIMIT 1 OFFSET 1", r => r.GetString(0), default))[0];
            await store.Execute("UPDATE lists_entries SET state = 'Removed' WHERE number = @number", default, ("number", number));
            return number;
        });
        return (await Alter("信息处 新电话 123"), removed);
    }

    /// <summary>Alters the first entry of the responsibility list in force, and the book of lines follows, as with every change of the program; gives its number.</summary>
    public Task<string> Alter(string contact) => With<Store, string>(async store =>
    {
        var number = (await store.Query("SELECT number FROM lists_entries WHERE state = 'InForce' AND number IS NOT NULL ORDER BY number LIMIT 1", r => r.GetString(0), default))[0];
        await store.Execute("UPDATE lists_entries SET contact = @contact WHERE number = @number", default, ("contact", contact), ("number", number));
        return await With<LineBook, string>(async book => { await book.Follow(0, default); return number; });
    });

    /// <summary>What an archive is worth to somebody who has the key that signs now.</summary>
    public Task<Result<EditionManifest>> Verify(byte[] archive) =>
        With<SigningKeys, Result<EditionManifest>>(async keys => await VerifyArchive.Run(new MemoryStream(archive), keys.Suite, (await keys.Current(default)).Pem, default));

    public async Task<string> Pem() => (await With<SigningKeys, KnownKey>(k => k.Current(default))).Pem;

    public async Task<T> With<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var services = scope();
        return await use(services.ServiceProvider.GetRequiredService<TService>());
    }

    private static void Must(Result<Done> done) => _ = done.Value;
}
