using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.People;

/// <summary>Disables or enables an account; a disabled person's sessions end within a minute.</summary>
internal sealed class SetPersonState(Store store, SecurityAdmins security, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Done>> Run(long id, PersonState state, Actor actor, CancellationToken cancel)
    {
        if (id == actor.PersonId) return PersonFaults.Oneself;
        var person = await store.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null) return PersonFaults.NotFound;
        if (person.State == state) return new Done();
        if (state == PersonState.Disabled && await security.IsLast(id, cancel))
            return new Fault("organizations.person.last-security-admin", "这是唯一在用的安全管理员，不能停用。请先由安全管理员授予另一人。", null, FaultKind.Conflict);
        (person.State, person.Version, person.UpdatedAt) = (state, person.Version + 1, clock.GetUtcNow());
        person.EndSessions();
        audit.Add(actor, state == PersonState.Disabled ? OrganizationsAudit.PersonDisabled : OrganizationsAudit.PersonEnabled, new Subject(OrganizationsAudit.Person, id, person.FullName));
        return await store.TrySave(cancel) ? new Done() : PersonFaults.Changed;
    }
}
