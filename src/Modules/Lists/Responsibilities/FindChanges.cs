using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>One page of proposed changes. <paramref name="Unit"/>: the provider it was narrowed to; 0 for all.</summary>
public sealed record ChangeListView(IReadOnlyList<EntryChangeView> Changes, IReadOnlyList<Facet> Units, long Unit, int Page, int Size, long Total);

/// <summary>The changes that wait for confirmation: a unit's people see their own, the city's roles and the auditor all.</summary>
internal sealed class FindChanges(Store store, ShowChanges show, IOrganizationDirectory organizations)
{
    private const int Size = 50;

    /// <summary>One page, of one provider when given, with the providers that have any.</summary>
    public async Task<ChangeListView> Page(long unit, int page, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var open = store.Set<EntryChange>().AsNoTracking().Where(c => c.State == EntryChangeState.Open);
        if (!actor.Is(Roles.SeeAll))
        {
            var own = units.Family(actor.UnitId);
            open = open.Where(c => own.Contains(c.ProviderId));
        }
        var counts = await open.GroupBy(c => c.ProviderId).Select(g => new { Id = g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        var family = unit == 0 ? null : units.Family(unit);
        if (family is not null) open = open.Where(c => family.Contains(c.ProviderId));
        var rows = await open.OrderByDescending(c => c.Id).Skip((page - 1) * Size).Take(Size)
            .Join(store.Set<Entry>().AsNoTracking(), c => c.EntryId, e => e.Id, (c, e) => new ChangeOfRow(c, e)).ToListAsync(cancel);
        var facets = Facet.Of(counts, c => $"{units.Living(c.Id)}", c => units.ShortName(c.Id), c => c.Count);
        return new ChangeListView(
            await show.Run([.. rows.OrderByDescending(r => r.Change.Id)], units, actor, cancel), facets, unit, page, Size,
            counts.Where(c => family?.Contains(c.Id) != false).Sum(c => c.Count));
    }
}
