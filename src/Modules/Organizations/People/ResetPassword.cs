using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.People;

/// <summary>Gives a person a new password to be changed at the next sign-in. A lock stays: that is the security administrator's.</summary>
internal sealed class ResetPassword(Store store, IPasswordHasher<Person> hasher, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<NewAccount>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (id == actor.PersonId) return PersonFaults.Oneself;
        var person = await store.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null) return PersonFaults.NotFound;
        var password = PasswordRule.MakeUp();
        person.SetPassword(hasher, password, seenByOthers: true);
        (person.Version, person.UpdatedAt) = (person.Version + 1, clock.GetUtcNow());
        audit.Add(actor, OrganizationsAudit.PasswordReset, new Subject(OrganizationsAudit.Person, id, person.FullName));
        return await store.TrySave(cancel) ? new NewAccount(id, person.SignInName, password) : PersonFaults.Changed;
    }
}
