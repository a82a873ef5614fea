using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.People;

/// <summary>The security administrators: without one in use nobody could grant roles or end a lock.</summary>
internal sealed class SecurityAdmins(Store store)
{
    /// <summary>True for the only one in use.</summary>
    public async Task<bool> IsLast(long id, CancellationToken cancel)
    {
        var holders = await store.Set<PersonRole>().Where(r => r.Role == Roles.SecurityAdmin).Select(r => r.PersonId).ToListAsync(cancel);
        return holders.Contains(id) && !await store.Set<Person>().AnyAsync(p => p.Id != id && holders.Contains(p.Id) && p.State == PersonState.Active, cancel);
    }
}
