using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The changes that wait for confirmation: a unit's people see their own, the city's roles and the auditor all.</summary>
internal sealed class FindChanges(Store store, IOrganizationDirectory organizations)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>One page and how many there are.</summary>
    public async Task<(IReadOnlyList<EntryChangeView> Changes, long Total)> Page(int page, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var open = store.Set<EntryChange>().AsNoTracking().Where(c => c.State == EntryChangeState.Open);
        if (!EntryAccess.SeesAll(actor))
        {
            var own = units.Family(actor.UnitId);
            open = open.Where(c => own.Contains(c.ProviderId));
        }
        var total = await open.LongCountAsync(cancel);
        var rows = await open.OrderByDescending(c => c.Id).Skip((page - 1) * Size).Take(Size)
            .Join(store.Set<Entry>().AsNoTracking(), c => c.EntryId, e => e.Id, (c, e) => new { Change = c, Entry = e }).ToListAsync(cancel);
        return ([.. rows.OrderByDescending(r => r.Change.Id).Select(r => ShowEntry.View(r.Change, r.Entry, units))], total);
    }
}
