using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.SignIn;

/// <summary>
/// Checks name and password. Every attempt is audited, without what was typed; the refusal is the same whatever was wrong,
/// and takes as long for a name that does not exist or is locked.
/// </summary>
internal sealed class SignInPerson(Store store, PersonManager people, SignInManager<Person> signIn, IPasswordHasher<Person> hasher, IOrganizationDirectory directory, AuditLog audit, TimeProvider clock)
{
    public static readonly Fault Refused =
        new("organizations.sign-in.refused", "没有登录成功。请核对登录名和密码；连续输错 5 次锁定 15 分钟。仍不能登录，请找系统管理员。", null, FaultKind.Forbidden);

    private static readonly Person Nobody = new() { SignInName = "", SignInKey = "", FullName = "", PasswordHash = "", SecurityStamp = "" };
    private static string? _nobodysHash;

    public async Task<Result<Person>> Run(string name, string password, CancellationToken cancel)
    {
        var person = password.Length <= PasswordRule.Longest ? await people.FindByNameAsync(name) : null;
        if (person is null || await people.IsLockedOutAsync(person)) hasher.VerifyHashedPassword(Nobody, _nobodysHash ??= hasher.HashPassword(Nobody, "nobody"), password);
        else if ((await signIn.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true)).Succeeded && person.State == PersonState.Active)
        {
            var unit = (await directory.Tree(cancel)).Find(person.UnitId ?? 0);
            audit.Add(new Actor(person.Id, person.FullName, unit?.Id ?? 0, unit?.ShortName ?? "", new HashSet<string>()), OrganizationsAudit.SignedIn, new Subject(OrganizationsAudit.Person, person.Id, person.FullName));
            await store.SaveChangesAsync(cancel);
            var now = clock.GetUtcNow();
            await store.Set<Person>().Where(p => p.Id == person.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.LastSignInAt, now), cancel);
            return person;
        }
        audit.Add(Actor.System, OrganizationsAudit.SignInRefused, new Subject(OrganizationsAudit.Person, person?.Id ?? 0, person?.FullName ?? ""), after: new { Locked = person?.LockedUntil > clock.GetUtcNow() });
        await store.SaveChangesAsync(cancel);
        return Refused;
    }
}
