using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Notices.Deliveries.Hooks;

/// <summary>What is posted; its shape is in docs/API.md and stays.</summary>
/// <param name="Id">Of the delivery: alike when it comes twice.</param>
/// <param name="Kind">Name of a <see cref="NoticeKind"/>.</param>
/// <param name="At">When.</param>
/// <param name="SubjectKind">What it is about: workflow.case.</param>
/// <param name="SubjectId">Its number.</param>
/// <param name="SubjectName">Its name.</param>
/// <param name="Text">The sentence, in Chinese.</param>
/// <param name="Path">Where it is seen.</param>
internal sealed record HookBody(long Id, string Kind, DateTimeOffset At, string SubjectKind, long SubjectId, string SubjectName, string Text, string Path);

/// <summary>Adds a message for each hook that is to be told, into the running unit of work; one of a matter for each hook.</summary>
internal sealed class HookBook(Store store, JobQueue jobs, IdSource ids, TimeProvider clock)
{
    private List<Hook>? _hooks;

    /// <summary>For the hooks of these units and of the whole city; the caller saves.</summary>
    public async Task Add(NoticeKind kind, Subject about, IReadOnlyCollection<long> unitIds, UnitTree units, string text, string href, object[] args, CancellationToken cancel)
    {
        _hooks ??= await store.Set<Hook>().AsNoTracking().Where(h => h.State == HookState.Active).ToListAsync(cancel);
        var living = unitIds.Select(units.Living).ToHashSet();
        var told = store.ChangeTracker.Entries<Delivery>().Where(e => e.State == EntityState.Added && e.Entity.SubjectId == about.Id).Select(e => e.Entity.TargetId).ToHashSet();
        foreach (var hook in _hooks.Where(h => (h.UnitId == 0 || living.Contains(units.Living(h.UnitId))) && told.Add(h.Id)))
        {
            var (id, now, sentence) = (ids.Next(), clock.GetUtcNow(), string.Format(CultureInfo.InvariantCulture, text, args));
            var body = new HookBody(id, $"{kind}", now, about.Kind, about.Id, about.Name, sentence, href);
            store.Add(new Delivery { Id = id, Channel = Channel.Hook, TargetId = hook.Id, UnitId = hook.UnitId, SubjectId = about.Id, Title = sentence, Body = JsonSerializer.Serialize(body, JsonText.Readable), At = now });
            jobs.Add(Actor.System, Deliver.JobKind, new DeliveryOrder(id));
        }
    }
}
