using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Workflow.Notices.Deliveries;
using Qingdan.Workflow.Notices.Deliveries.Hooks;

namespace Qingdan.Workflow.Notices;

/// <summary>
/// Writes notices into the running unit of work: the change and its notices are stored together, or neither. The caller saves.
/// In one unit of work a person is told of one thing once: what concerns him most is told first.
/// </summary>
internal sealed class NoticeBook(Store store, RoleHolders holders, IOrganizationDirectory organizations, HookBook hooks, MailOptions mail, JobQueue jobs, IdSource ids, TimeProvider clock)
{
    private readonly Dictionary<string, IReadOnlyList<Recipient>> _known = [];

    /// <summary>
    /// Tells those who hold one of the roles in one of the units (the city's roles: wherever they are), whoever stands in for them today, and, unless it is
    /// somebody's turn or term, those who follow the matter. Never <paramref name="actor"/> himself.
    /// </summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="about">The matter.</param>
    /// <param name="unitIds">Units; 0 is nobody.</param>
    /// <param name="roles">Roles in these units, and roles of the city.</param>
    /// <param name="text">Chinese sentence with placeholders.</param>
    /// <param name="href">Where it is seen or done.</param>
    /// <param name="cancel">Ends the telling.</param>
    /// <param name="args">Values: texts and whole numbers.</param>
    public async Task Tell(Actor actor, NoticeKind kind, Subject about, IReadOnlyCollection<long> unitIds, IReadOnlyCollection<string> roles, string text, string href, CancellationToken cancel, params object[] args)
    {
        var people = (await Holders(unitIds, roles, cancel)).AsEnumerable();
        if (kind is not (NoticeKind.Turn or NoticeKind.Recounted)) people = people.Concat(await Followers(about, cancel));
        var told = store.ChangeTracker.Entries<Notice>().Where(e => e.State == EntityState.Added && e.Entity.SubjectKind == about.Kind && e.Entity.SubjectId == about.Id).Select(e => e.Entity.PersonId).Append(actor.PersonId).ToHashSet();
        var (together, now, values) = (ids.Next(), clock.GetUtcNow(), JsonSerializer.Serialize(args, JsonText.Readable));
        var (urgent, to) = (kind is NoticeKind.Overdue or NoticeKind.Order, people.Where(p => told.Add(p.PersonId)).ToList());
        var modes = await Modes(to, cancel);
        foreach (var person in to)
        {
            var mode = modes.GetValueOrDefault(person.PersonId, MailMode.Daily);
            var mailed = mail.On && person.Email.Length > 0 && mode != MailMode.None;
            store.Add(new Notice
            {
                Id = ids.Next(), ToldId = together, PersonId = person.PersonId, Kind = kind, Urgent = urgent, SubjectKind = about.Kind, SubjectId = about.Id,
                Text = text, Args = values, Href = href, At = now, Mail = mailed ? MailState.Waiting : MailState.None,
            });
            if (mailed && (urgent || mode == MailMode.AtOnce)) jobs.AddOnce(Actor.System, GatherMail.JobKind, new GatherOrder());
        }
        await hooks.Add(kind, about, unitIds, await organizations.Tree(cancel), text, href, args, cancel);
    }

    private async Task<Dictionary<long, MailMode>> Modes(List<Recipient> people, CancellationToken cancel)
    {
        if (!mail.On || people.Count == 0) return [];
        var known = people.ConvertAll(p => p.PersonId);
        return await store.Set<NoticeSettings>().AsNoTracking().Where(s => known.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, s => s.Mode, cancel);
    }

    private async Task<IReadOnlyList<Recipient>> Holders(IReadOnlyCollection<long> unitIds, IReadOnlyCollection<string> roles, CancellationToken cancel)
    {
        var key = $"{string.Join(',', unitIds)}|{string.Join(',', roles)}";
        if (_known.TryGetValue(key, out var known)) return known;
        var units = await organizations.Tree(cancel);
        return _known[key] = await holders.Recipients([.. unitIds.Where(u => u != 0).SelectMany(units.Family).Distinct()], roles, cancel);
    }

    private async Task<IReadOnlyList<Recipient>> Followers(Subject about, CancellationToken cancel)
    {
        var follows = await store.Set<Follow>().AsNoTracking().Where(f => f.SubjectKind == about.Kind && f.SubjectId == about.Id).ToDictionaryAsync(f => f.PersonId, f => f.UnitId, cancel);
        // Who ceases to follow in this unit of work is told no more.
        foreach (var ended in store.ChangeTracker.Entries<Follow>().Where(e => e.State == EntityState.Deleted && e.Entity.SubjectKind == about.Kind && e.Entity.SubjectId == about.Id)) follows.Remove(ended.Entity.PersonId);
        if (follows.Count == 0) return [];
        var units = await organizations.Tree(cancel);
        return [.. (await holders.People(follows.Keys, cancel)).Where(p => units.Living(p.UnitId) == units.Living(follows[p.PersonId]))];
    }
}
