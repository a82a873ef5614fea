using Microsoft.AspNetCore.Identity;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.People;

/// <summary>A new account with the password that is shown once; the person must change it at the first sign-in, when <paramref name="Locked"/> after its release.</summary>
public sealed record NewAccount(long Id, string SignInName, string Password, bool Locked);

/// <summary>Opens an account. It has no role yet: these are the security administrator's to give.</summary>
internal sealed class CreatePerson(
    Store store, PersonCheck check, IPasswordHasher<Person> hasher, IOrganizationDirectory directory, AuditLog audit, IdSource ids, TimeProvider clock)
{
    public async Task<Result<NewAccount>> Run(PersonDraft draft, Actor actor, CancellationToken cancel)
    {
        var understood = await check.Run(draft, null, cancel);
        if (!understood.TryGet(out var facts)) return understood.As<NewAccount>();
        var now = clock.GetUtcNow();
        var person = new Person
        {
            Id = ids.Next(), SignInName = facts.SignInName, SignInKey = Person.KeyOf(facts.SignInName), FullName = facts.FullName, UnitId = facts.UnitId, Phone = facts.Phone, Email = facts.Email,
            DeputyOfId = facts.DeputyOfId, PasswordHash = "", SecurityStamp = "", CreatedAt = now, UpdatedAt = now,
        };
        var password = PasswordRule.MakeUp();
        person.SetPassword(hasher, password, seenByOthers: true);
        store.Add(person);
        audit.Add(actor, OrganizationsAudit.PersonCreated, new Subject(OrganizationsAudit.Person, person.Id, person.FullName), after: facts.Shown(await directory.Tree(cancel)));
        // Somebody took the name in this moment: looked at again, it is said so.
        if (!await store.TrySave(cancel)) return (await check.Run(draft, null, cancel)).As<NewAccount>();
        return new NewAccount(person.Id, person.SignInName, password, Locked: false);
    }
}
