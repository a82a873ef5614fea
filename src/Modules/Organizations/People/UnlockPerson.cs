using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.People;

/// <summary>Ends a lock before its time.</summary>
internal sealed class UnlockPerson(Store store, AuditLog audit)
{
    public async Task<Result<Done>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var person = await store.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null) return PersonFaults.NotFound;
        (person.LockedUntil, person.FailedCount) = (null, 0);
        audit.Add(actor, OrganizationsAudit.PersonUnlocked, new Subject(OrganizationsAudit.Person, id, person.FullName));
        return await store.TrySave(cancel) ? new Done() : PersonFaults.Changed;
    }
}
