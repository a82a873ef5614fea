using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.People;
using Qingdan.Platform.Database;

namespace Qingdan.Organizations.Contracts;

/// <summary>A person of a unit in one of his roles.</summary>
/// <param name="UnitId">The unit by the id that the person's record names.</param>
/// <param name="Role">One of the roles of Standards.</param>
/// <param name="Name">Full name.</param>
/// <param name="Phone">Telephone; empty where none was given.</param>
public sealed record RoleHolder(long UnitId, string Role, string Name, string Phone);

/// <summary>Who holds which role in which unit: whose turn it is by name.</summary>
public sealed class RoleHolders
{
    private readonly Store _store;

    internal RoleHolders(Store store) => _store = store;

    /// <summary>The people with accounts in use of these units who hold one of the roles; deputies after those they stand for.</summary>
    public async Task<IReadOnlyList<RoleHolder>> Of(IReadOnlyCollection<long> unitIds, IReadOnlyCollection<string> roles, CancellationToken cancel) =>
        await _store.Set<Person>().AsNoTracking().Where(p => p.State == PersonState.Active && p.UnitId != null && unitIds.Contains(p.UnitId.Value))
            .Join(_store.Set<PersonRole>().Where(r => roles.Contains(r.Role)), p => p.Id, r => r.PersonId, (p, r) => new { p, r.Role })
            .OrderBy(x => x.p.UnitId).ThenBy(x => x.p.DeputyOfId != null).ThenBy(x => x.p.Id)
            .Select(x => new RoleHolder(x.p.UnitId!.Value, x.Role, x.p.FullName, x.p.Phone)).ToListAsync(cancel);
}
