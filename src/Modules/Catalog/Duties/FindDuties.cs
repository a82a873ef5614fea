using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Systems;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Duties;

/// <summary>One page of the duties that fit a filter.</summary>
internal sealed class FindDuties(Store store, RegisterAccess access, IOrganizationDirectory organizations)
{
    public async Task<DutyList> Run(QueryState query, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = (await access.Seen<Duty>(actor, cancel)).AsNoTracking();
        if (NameKey.Of(query["q"] ?? "") is { Length: > 0 } words) rows = rows.Where(d => d.NameKey.Contains(words));
        if (long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var unit))
        {
            var family = units.Family(unit);
            rows = rows.Where(d => family.Contains(d.UnitId));
        }
        if (RegisterText.Choice<DutyState>(query["state"]) is { } state) rows = rows.Where(d => d.State == state);
        var total = await rows.CountAsync(cancel);
        var page = await rows.OrderBy(d => d.UnitId).ThenBy(d => d.Id).Skip((query.Page - 1) * DutyList.Size).Take(DutyList.Size)
            .Select(d => new
            {
                Duty = d,
                Resources = store.Set<DutyLink>().Count(l => l.DutyId == d.Id && l.Target == DutyTarget.Resource),
                Systems = store.Set<DutyLink>().Count(l => l.DutyId == d.Id && l.Target == DutyTarget.System),
            }).ToListAsync(cancel);
        return new([.. page.Select(p => new DutyRow(p.Duty.Id, p.Duty.Name, units.ShortName(p.Duty.UnitId), p.Duty.Basis, p.Duty.State, p.Resources, p.Systems))],
            query.Page, total, actor.Is(Roles.SeeAll), actor.UnitId != 0 && actor.Is(RegisterAccess.Keepers));
    }
}
