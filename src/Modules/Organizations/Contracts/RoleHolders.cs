using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.People;
using Qingdan.Organizations.StandIns;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.Contracts;

/// <summary>A person of a unit in one of his roles.</summary>
/// <param name="UnitId">The unit by the id that the person's record names.</param>
/// <param name="Role">One of the roles of Standards.</param>
/// <param name="Name">Full name.</param>
/// <param name="Phone">Telephone; empty where none was given.</param>
public sealed record RoleHolder(long UnitId, string Role, string Name, string Phone);

/// <summary>A person who is told of something.</summary>
/// <param name="PersonId">Key.</param>
/// <param name="UnitId">The unit by the id that the person's record names; 0 for none.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Address for mail; empty where none was given.</param>
public sealed record Recipient(long PersonId, long UnitId, string Name, string Email);

/// <summary>Who holds which role in which unit: whose turn it is by name.</summary>
public sealed class RoleHolders
{
    private readonly Store _store;
    private readonly TimeProvider _clock;

    internal RoleHolders(Store store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>The people with accounts in use of these units who hold one of the roles; deputies after those they stand for.</summary>
    public async Task<IReadOnlyList<RoleHolder>> Of(IReadOnlyCollection<long> unitIds, IReadOnlyCollection<string> roles, CancellationToken cancel) =>
        await _store.Set<Person>().AsNoTracking().Where(p => p.State == PersonState.Active && p.UnitId != null && unitIds.Contains(p.UnitId.Value))
            .Join(_store.Set<PersonRole>().Where(r => roles.Contains(r.Role)), p => p.Id, r => r.PersonId, (p, r) => new { p, r.Role })
            .OrderBy(x => x.p.UnitId).ThenBy(x => x.p.DeputyOfId != null).ThenBy(x => x.p.Id)
            .Select(x => new RoleHolder(x.p.UnitId!.Value, x.Role, x.p.FullName, x.p.Phone)).ToListAsync(cancel);

    /// <summary>Each once: who holds one of the roles in one of the units, the city's roles wherever they are, and who stands in for one of them today with that role.</summary>
    public async Task<IReadOnlyList<Recipient>> Recipients(IReadOnlyCollection<long> unitIds, IReadOnlyCollection<string> roles, CancellationToken cancel)
    {
        var (city, unit, today) = (roles.Where(Roles.City.Contains).ToList(), roles.Except(Roles.City).ToList(), _clock.Today());
        var held = from person in _store.Set<Person>().AsNoTracking()
                   join role in _store.Set<PersonRole>() on person.Id equals role.PersonId
                   where person.State == PersonState.Active && (city.Contains(role.Role) || (unit.Contains(role.Role) && person.UnitId != null && unitIds.Contains(person.UnitId.Value)))
                   select new { person.Id, person.UnitId, role.Role };
        var holders = await held.ToListAsync(cancel);
        var absent = holders.ConvertAll(h => h.Id);
        var standIns = await _store.Set<StandIn>().AsNoTracking().Where(s => absent.Contains(s.PersonId) && s.EndedAt == null && s.FromDay <= today && s.UntilDay >= today).ToListAsync(cancel);
        var deputies = standIns.Where(s => holders.Exists(h => h.Id == s.PersonId && s.Given.Contains(h.Role))).Select(s => s.DeputyId);
        // Who has left the unit stands in no more.
        return [.. (await People([.. absent.Concat(deputies).Distinct()], cancel)).Where(p => absent.Contains(p.PersonId) || unitIds.Contains(p.UnitId))];
    }

    /// <summary>These people, as far as their accounts are in use.</summary>
    public async Task<IReadOnlyList<Recipient>> People(IReadOnlyCollection<long> ids, CancellationToken cancel) => await _store.Set<Person>().AsNoTracking()
        .Where(p => ids.Contains(p.Id) && p.State == PersonState.Active).OrderBy(p => p.Id).Select(p => new Recipient(p.Id, p.UnitId ?? 0, p.FullName, p.Email)).ToListAsync(cancel);

    /// <summary>These people with the roles they hold themselves, as far as they hold any and their accounts are in use: in whose name something may go on.</summary>
    public async Task<IReadOnlyDictionary<long, Actor>> Actors(IReadOnlyCollection<long> ids, UnitTree units, CancellationToken cancel)
    {
        var held = await _store.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id) && p.State == PersonState.Active)
            .Join(_store.Set<PersonRole>(), p => p.Id, r => r.PersonId, (p, r) => new { p.Id, p.FullName, UnitId = p.UnitId ?? 0, r.Role }).ToListAsync(cancel);
        return held.GroupBy(h => (h.Id, h.FullName, h.UnitId)).ToDictionary(g => g.Key.Id, g => new Actor(g.Key.Id, g.Key.FullName, units.Living(g.Key.UnitId), units.ShortName(g.Key.UnitId), g.Select(h => h.Role).ToHashSet()));
    }

    /// <summary>The person and those of his unit he stands in for today, by name: their matters are his too.</summary>
    /// <param name="personId">Who asks.</param>
    /// <param name="unitIds">All ids of his unit.</param>
    /// <param name="cancel">Ends the look.</param>
    public async Task<IReadOnlyDictionary<long, string>> StoodFor(long personId, IReadOnlyCollection<long> unitIds, CancellationToken cancel)
    {
        var absent = Absent(personId, unitIds);
        return await _store.Set<Person>().AsNoTracking().Where(p => p.Id == personId || absent.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancel);
    }

    /// <summary>Those of the unit whom a person stands in for today, as a part of the caller's own statement.</summary>
    public IQueryable<long> Absent(long personId, IReadOnlyCollection<long> unitIds)
    {
        var today = _clock.Today();
        return _store.Set<Person>().AsNoTracking()
            .Where(p => p.State == PersonState.Active && p.UnitId != null && unitIds.Contains(p.UnitId.Value) && _store.Set<StandIn>().Any(s => s.PersonId == p.Id && s.DeputyId == personId && s.EndedAt == null && s.FromDay <= today && s.UntilDay >= today))
            .Select(p => p.Id);
    }
}
