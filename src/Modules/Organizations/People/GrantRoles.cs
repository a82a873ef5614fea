using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.People;

/// <summary>
/// Sets a person's roles. Only a security administrator may, and never his own; they hold within a minute.
/// One exception starts a new store: while there is no security administrator, the system administrator names the first.
/// </summary>
internal sealed class GrantRoles(Store store, AuditLog audit)
{
    public async Task<Result<Done>> Run(long id, IReadOnlyCollection<string> chosen, Actor actor, CancellationToken cancel)
    {
        if (id == actor.PersonId) return PersonFaults.Oneself;
        var roles = chosen.Distinct().Order().ToList();
        if (!actor.Is(Roles.SecurityAdmin) && !(roles is [Roles.SecurityAdmin] && await MayNameFirst(actor, cancel)))
            return new Fault("organizations.role.not-yours", "角色由安全管理员授予。还没有安全管理员时，系统管理员可以指定第一位。", null, FaultKind.Forbidden);
        var person = await store.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null) return PersonFaults.NotFound;
        if (RoleRules.Look(roles) is { } fault) return fault;
        if (person.UnitId is null && roles.Exists(r => !RoleRules.Three.Contains(r)))
            return new Fault("organizations.role.unit", "业务角色要先有所属单位。请系统管理员先为这个人员选择单位。", "roles");
        var held = await store.Set<PersonRole>().Where(r => r.PersonId == id).ToListAsync(cancel);
        store.RemoveRange(held.Where(r => !roles.Contains(r.Role)));
        store.AddRange(roles.Where(role => held.TrueForAll(r => r.Role != role)).Select(role => new PersonRole { PersonId = id, Role = role }));
        person.Version++;
        audit.Add(actor, OrganizationsAudit.RolesGranted, new Subject(OrganizationsAudit.Person, id, person.FullName), new { Roles = held.Select(r => r.Role).Order() }, new { Roles = roles });
        return await store.TrySave(cancel) ? new Done() : PersonFaults.Changed;
    }

    /// <summary>True for a system administrator while nobody is security administrator. A disabled one counts: whoever can disable him must not take his place.</summary>
    public async Task<bool> MayNameFirst(Actor actor, CancellationToken cancel) => actor.Is(Roles.SystemAdmin)
        && !await store.Set<PersonRole>().AnyAsync(r => r.Role == Roles.SecurityAdmin, cancel);
}
