using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Workflow.Notices.Reading;

/// <summary>Whose notices a person reads: the own ones, and as long as he stands in for somebody (代理) that person's, unless he was told the same himself.</summary>
internal sealed class OwnNotices(Store store, RoleHolders holders, IOrganizationDirectory organizations)
{
    /// <summary>The person and those he stands in for today, by name.</summary>
    public async Task<IReadOnlyDictionary<long, string>> People(Actor actor, CancellationToken cancel) =>
        await holders.StoodFor(actor.PersonId, (await organizations.Tree(cancel)).Family(actor.UnitId), cancel);

    /// <summary>The notices of these people.</summary>
    public IQueryable<Notice> Of(Actor actor, IReadOnlyCollection<long> people)
    {
        var others = people.Where(p => p != actor.PersonId).ToList();
        if (others.Count == 0) return store.Set<Notice>().Where(n => n.PersonId == actor.PersonId);
        return store.Set<Notice>().Where(n => n.PersonId == actor.PersonId || (others.Contains(n.PersonId) && !store.Set<Notice>().Any(o => o.ToldId == n.ToldId && o.PersonId == actor.PersonId)));
    }

    /// <summary>How many are unread, no further than <paramref name="most"/>; one statement, of which each part goes by its index.</summary>
    public async Task<int> Unread(int most, Actor actor, CancellationToken cancel)
    {
        var absent = holders.Absent(actor.PersonId, (await organizations.Tree(cancel)).Family(actor.UnitId));
        var unread = store.Set<Notice>().Where(n => n.ReadAt == null);
        var mine = unread.Where(n => n.PersonId == actor.PersonId);
        var others = unread.Where(n => n.PersonId != actor.PersonId && absent.Contains(n.PersonId) && !store.Set<Notice>().Any(o => o.ToldId == n.ToldId && o.PersonId == actor.PersonId));
        return await mine.Select(n => n.Id).Concat(others.Select(n => n.Id)).Take(most).CountAsync(cancel);
    }
}
