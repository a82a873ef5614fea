using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.People;

/// <summary>
/// Gives a person a new password to be changed at the next sign-in. A lock stays: that is the security administrator's. Whoever holds a role
/// is locked until the security administrator has released him: the administrator who sees the password must not act in his name (三员分立).
/// </summary>
internal sealed class ResetPassword(Store store, IPasswordHasher<Person> hasher, SecurityAdmins security, AuditLog audit, TimeProvider clock)
{
    private static readonly DateTimeOffset UntilReleased = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>By a system administrator.</summary>
    public async Task<Result<NewAccount>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (id == actor.PersonId) return PersonFaults.Oneself;
        var person = await store.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null) return PersonFaults.NotFound;
        if (await security.IsLast(id, cancel))
            return new Fault("organizations.person.last-security-admin-password", "这是唯一在用的安全管理员，没有别人能为他解除锁定。请在服务器上运行 qingdan password {0}。", null, FaultKind.Conflict, person.SignInName);
        if (await store.Set<PersonRole>().AnyAsync(r => r.PersonId == id, cancel)) person.LockedUntil = UntilReleased;
        return await Give(person, actor, cancel);
    }

    /// <summary>By whoever sits at the machine, who has every right in any case; ends a lock.</summary>
    public async Task<Result<NewAccount>> AtTheMachine(string signInName, CancellationToken cancel)
    {
        var key = Person.KeyOf(signInName);
        var person = await store.Set<Person>().SingleOrDefaultAsync(p => p.SignInKey == key, cancel);
        if (person is null) return PersonFaults.NotFound;
        (person.LockedUntil, person.FailedCount) = (null, 0);
        return await Give(person, Actor.System, cancel);
    }

    private async Task<Result<NewAccount>> Give(Person person, Actor actor, CancellationToken cancel)
    {
        var password = PasswordRule.MakeUp();
        person.SetPassword(hasher, password, seenByOthers: true);
        (person.Version, person.UpdatedAt) = (person.Version + 1, clock.GetUtcNow());
        var locked = person.LockedUntil > clock.GetUtcNow();
        audit.Add(actor, OrganizationsAudit.PasswordReset, new Subject(OrganizationsAudit.Person, person.Id, person.FullName), after: new { Locked = locked });
        return await store.TrySave(cancel) ? new NewAccount(person.Id, person.SignInName, password, locked) : PersonFaults.Changed;
    }
}
