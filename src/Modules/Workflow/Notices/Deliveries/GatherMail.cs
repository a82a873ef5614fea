using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>An order to gather what is due.</summary>
internal sealed record GatherOrder;

/// <summary>
/// Gathers the notices that wait into one mail a person: what is urgent at once, the rest by the hour or once a morning as the person chose. Each notice goes into one mail,
/// whichever node looks first; a second look finds nothing.
/// </summary>
internal sealed class GatherMail(Store store, RoleHolders holders, MailText texts, MailOptions options, JobQueue jobs, IdSource ids, TimeProvider clock) : IJobHandler, IRegularWork
{
    public const string JobKind = "workflow.mail.gather";

    public string Kind => JobKind;

    public Task Run(JobContext job, CancellationToken cancel) => Run(cancel);

    public async Task Run(CancellationToken cancel)
    {
        if (!options.On) return;
        var waiting = await store.Set<Notice>().Where(n => n.Mail == MailState.Waiting).Select(n => n.PersonId).Distinct().ToListAsync(cancel);
        var settings = await store.Set<NoticeSettings>().AsNoTracking().Where(s => waiting.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, cancel);
        foreach (var person in await holders.People(waiting, cancel)) await One(person, settings.GetValueOrDefault(person.PersonId) ?? new NoticeSettings(), cancel);
    }

    private async Task One(Recipient person, NoticeSettings wants, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        if (Digests.Before(wants.Mode, clock.GetUtcNow()) is not { } before) return;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var id = ids.Next();
        var taken = await store.Set<Notice>().Where(n => n.PersonId == person.PersonId && n.Mail == MailState.Waiting && (n.Urgent || n.At < before))
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.Mail, MailState.Gathered).SetProperty(n => n.DeliveryId, id), cancel);
        if (taken == 0) return;
        var notices = await store.Set<Notice>().AsNoTracking().Where(n => n.DeliveryId == id).OrderBy(n => n.Id).ToListAsync(cancel);
        var (title, body) = texts.Write(notices, person.Name, wants.Language == "en");
        store.Add(new Delivery { Id = id, Channel = Channel.Mail, TargetId = person.PersonId, UnitId = person.UnitId, Title = title, Body = JsonSerializer.Serialize(body, JsonText.Readable), At = clock.GetUtcNow() });
        jobs.Add(Actor.System, Deliver.JobKind, new DeliveryOrder(id));
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
