using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts.Viewing;

/// <summary>The mounts a person may see, the latest first.</summary>
internal sealed class FindMounts(MountAccess access, IOrganizationDirectory organizations, TimeProvider clock)
{
    /// <summary>One page.</summary>
    public async Task<MountListView> Page(QueryState query, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = Narrowed(await access.Seen(actor, cancel), query, units);
        var page = await rows.OrderByDescending(m => m.Id).Skip((query.Page - 1) * MountListView.Size).Take(MountListView.Size).ToListAsync(cancel);
        var known = actor.Is(Roles.SeeAll) ? await (await access.Seen(actor, cancel)).Select(m => m.ProviderId).Distinct().ToListAsync(cancel) : [];
        return new(
            page.ConvertAll(m => Row(m, units)), query["q"] is not null || query["state"] is not null || query["unit"] is not null, actor.Is(MountAccess.Keepers),
            [.. known.Select(units.Living).Distinct().Select(id => KeyValuePair.Create(id, units.ShortName(id))).OrderBy(u => u.Value, StringComparer.Ordinal)], query.Page, await rows.CountAsync(cancel));
    }

    /// <summary>The next rows by id.</summary>
    public async Task<IReadOnlyList<MountRow>> After(QueryState query, long after, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        return (await Narrowed(await access.Seen(actor, cancel), query, units).Where(m => m.Id > after).OrderBy(m => m.Id).Take(most).ToListAsync(cancel)).ConvertAll(m => Row(m, units));
    }

    /// <summary>A row as shown.</summary>
    public MountRow Row(Mount m, UnitTree units)
    {
        var (word, tone) = m.Shown();
        int? failing = m.FailingSince is { } since && m.State == MountState.Mounted ? clock.Today().DayNumber - LegalDay.Of(since).DayNumber : null;
        return new(m.Id, m.Name, m.ResourceId, m.Resource, m.ProviderId, units.ShortName(m.ProviderId), new Uri(m.Address).Authority, word, tone, m.SucceededAt, failing, m.DataOn, m.Edit);
    }

    private static IQueryable<Mount> Narrowed(IQueryable<Mount> rows, QueryState query, UnitTree units)
    {
        rows = rows.AsNoTracking();
        if (query["q"] is { } words) rows = rows.Where(m => m.Name.Contains(words) || m.Resource.Contains(words));
        if (query["state"] is "Failing") rows = rows.Where(m => m.State == MountState.Mounted && m.FailingSince != null);
        else if (Enum.TryParse<MountState>(query["state"], out var state)) rows = rows.Where(m => m.State == state);
        if (!long.TryParse(query["unit"], out var unit)) return rows;
        var family = units.Family(unit);
        return rows.Where(m => family.Contains(m.ProviderId));
    }
}
