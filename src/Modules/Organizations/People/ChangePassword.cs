using Microsoft.AspNetCore.Identity;
using Qingdan.Organizations.SignIn;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.People;

/// <summary>Changes one's own password; other sessions of the person end. Wrong guesses of the present one count towards the lock.</summary>
internal sealed class ChangePassword(Store store, PersonManager people, SignInManager<Person> signIn, IPasswordHasher<Person> hasher, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Person>> Run(string present, string wanted, string again, Actor actor, CancellationToken cancel)
    {
        var person = await people.Find(actor.PersonId, cancel);
        if (person is null) return PersonFaults.NotFound;
        var faults = new List<Fault>();
        if (PasswordRule.Look(wanted, person.SignInName, "wanted") is { } weak) faults.Add(weak);
        if (wanted != again) faults.Add(new Fault("organizations.password.again", "两次输入的新密码不一样。请重新输入。", "again"));
        if (wanted == present && present.Length > 0) faults.Add(new Fault("organizations.password.same", "新密码不能和现在的相同。请换一个。", "wanted"));
        if (!(await signIn.CheckPasswordSignInAsync(person, present, lockoutOnFailure: true)).Succeeded)
            faults.Add(new Fault("organizations.password.wrong", "现在的密码不对。连续输错 5 次会锁定 15 分钟。", "present"));
        if (faults.Count > 0) return faults;
        person.SetPassword(hasher, wanted, seenByOthers: false);
        (person.Version, person.UpdatedAt) = (person.Version + 1, clock.GetUtcNow());
        audit.Add(actor, OrganizationsAudit.PasswordChanged, new Subject(OrganizationsAudit.Person, person.Id, person.FullName));
        return await store.TrySave(cancel) ? person : PersonFaults.Changed;
    }
}
