using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Mounts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Usage;

/// <summary>On the pages of cases, list entries and resources: what is mounted, what is granted, and when it was called last.</summary>
internal sealed class CallNotes(Store store, MountAccess mounts, IOrganizationDirectory organizations, TimeProvider clock) : IPageNotes
{
    private const int Days = 30, Most = 20;

    public Task<IReadOnlyList<PageNote>> About(PageSubject subject, long id, Actor actor, CancellationToken cancel) => subject == PageSubject.Case ? OfCase(id, cancel) : OfResource(id, actor, cancel);

    // Whoever sees the case sees what followed from it.
    private async Task<IReadOnlyList<PageNote>> OfCase(long id, CancellationToken cancel)
    {
        var grants = await store.Set<Grant>().AsNoTracking().Where(g => g.CaseId == id).OrderBy(g => g.Id).Take(Most).Select(g => new { g.Id, g.Number }).ToListAsync(cancel);
        if (grants.Count == 0) return [];
        var used = (await Used($"grant_id IN ({string.Join(',', grants.Select(g => g.Id))})", "grant_id", cancel)).ToDictionary(u => u.Of);
        return grants.ConvertAll(g => Calls(g.Number, $"/exchange/grants/{g.Id}", used.GetValueOrDefault(g.Id)));
    }

    private async Task<IReadOnlyList<PageNote>> OfResource(long id, Actor actor, CancellationToken cancel)
    {
        var notes = (await (await mounts.Seen(actor, cancel)).AsNoTracking().Where(m => m.ResourceId == id).OrderBy(m => m.Id).Take(Most).Select(m => new { m.Id, m.Name, m.State }).ToListAsync(cancel))
            .ConvertAll(m => new PageNote(m.Name, $"/exchange/mounts/{m.Id}", m.State.Text()));
        var units = await organizations.Tree(cancel);
        var granted = await GrantAccess.Visible(store.Set<Grant>().AsNoTracking(), actor, units).AnyAsync(g => g.ResourceId == id && g.State != GrantState.Ended, cancel);
        if (!granted) return notes;
        var mine = actor.Is(Roles.SeeAll) ? "" : $" AND (unit_id IN ({string.Join(',', units.Family(actor.UnitId))}) OR provider_id IN ({string.Join(',', units.Family(actor.UnitId))}))";
        var used = (await Used($"resource_id = {id}{mine}", "resource_id", cancel)).SingleOrDefault();
        return [.. notes, Calls("共享授权", $"/exchange/grants?resource={id}", used)];
    }

    private static PageNote Calls(string name, string href, Use? used) =>
        used is null ? new(name, href, "近 {0} 天没有调用。", Days) : new(name, href, "近 {0} 天放行 {1} 次，拒绝或出错 {2} 次，最近一次 {3}。", Days, used.Answered, used.Others, Shown.Instant(used.LastAt));

    private Task<List<Use>> Used(string which, string by, CancellationToken cancel) => store.Query(
        $"SELECT {by}, sum(answered), sum(refused) + sum(failed), max(last_at) FROM exchange_use WHERE {which} AND day >= @from GROUP BY {by}",
        r => new Use(r.GetInt64(0), (int)r.Sum(1), (int)r.Sum(2), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(3))), cancel, ("from", Shown.Day(clock.Today().AddDays(1 - Days))));

    private sealed record Use(long Of, int Answered, int Others, DateTimeOffset LastAt);
}
