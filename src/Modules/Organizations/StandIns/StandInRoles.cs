using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;

namespace Qingdan.Organizations.StandIns;

/// <summary>The roles that a person has today by standing in: as far as the other still holds them, and both are still of one unit. None for one of the three administrators.</summary>
internal sealed class StandInRoles(Store store, IOrganizationDirectory directory, TimeProvider clock)
{
    /// <summary>Each role with the name of who is away; of two who are, the earlier recorded.</summary>
    public async Task<IReadOnlyList<(string Role, string For)>> Of(Person deputy, IReadOnlyCollection<string> own, CancellationToken cancel)
    {
        if (deputy.UnitId is not { } unit || own.Any(RoleRules.Three.Contains)) return [];
        var (today, family) = (clock.Today(), (await directory.Tree(cancel)).Family(unit));
        var rows = await (from row in store.Set<StandIn>().AsNoTracking()
                          join person in store.Set<Person>() on row.PersonId equals person.Id
                          join role in store.Set<PersonRole>() on person.Id equals role.PersonId
                          where row.DeputyId == deputy.Id && row.EndedAt == null && row.FromDay <= today && row.UntilDay >= today
                          where person.State == PersonState.Active && person.UnitId != null && family.Contains(person.UnitId.Value) && StandIn.Possible.Contains(role.Role)
                          orderby row.Id
                          select new { Row = row, role.Role, person.FullName }).ToListAsync(cancel);
        return [.. rows.Where(r => r.Row.Given.Contains(r.Role) && !own.Contains(r.Role)).DistinctBy(r => r.Role).Select(r => (r.Role, r.FullName))];
    }
}
