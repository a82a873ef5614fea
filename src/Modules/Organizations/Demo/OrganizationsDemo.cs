using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Organizations.Units;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.Demo;

/// <summary>示例市: its units and people.</summary>
internal sealed class OrganizationsDemo(
    Store store, CreateOrganization createUnit, CreatePerson createPerson, GrantRoles grant, IPasswordHasher<Person> hasher, IOrganizationDirectory directory) : IDemoPart
{
    private static readonly Actor Administrator = Actor.System with { Roles = new HashSet<string> { Roles.SystemAdmin, Roles.SecurityAdmin } };

    public int Order => 10;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        foreach (var unit in DemoUnits.All)
            _ = (await createUnit.Run(unit.ToDraft(DemoUnits.All.FirstOrDefault(u => u.Body == unit.Parent)?.Name ?? ""), Actor.System, cancel)).Value;
        await directory.EnsureProposed(DemoUnits.AsWritten, Actor.System, cancel);
        await People(cancel);
    }

    /// <summary>The accounts, as long as they have the password that everybody knows.</summary>
    public async Task Greet(TextWriter output, CancellationToken cancel)
    {
        var names = DemoPeople.All.Select(p => Person.KeyOf(p.SignInName)).ToList();
        if (await store.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => names.Contains(p.SignInKey), cancel) is not { } one || hasher.VerifyHashedPassword(one, one.PasswordHash, DemoPeople.Password) == PasswordVerificationResult.Failed) return;
        await output.WriteLineAsync($"演示账号 / demo accounts (password {DemoPeople.Password}):");
        foreach (var person in DemoPeople.All)
            await output.WriteLineAsync($"  {person.SignInName,-18}{person.FullName} · {Roles.Names[person.Role]}{(person.Unit is "" ? "" : $" · {DemoUnits.All.First(u => u.Body == person.Unit).ShortName}")}");
    }

    private async Task People(CancellationToken cancel)
    {
        foreach (var person in DemoPeople.All)
        {
            var draft = new PersonDraft
            {
                SignInName = person.SignInName, FullName = person.FullName, Unit = person.Unit is "" ? "" : DemoUnits.All.First(u => u.Body == person.Unit).Name, DeputyOf = person.DeputyOf,
            };
            var account = (await createPerson.Run(draft, Administrator, cancel)).Value;
            _ = (await grant.Run(account.Id, [person.Role], Administrator, cancel)).Value;
        }
        // Hashing is slow on purpose; one hash serves all accounts, whose password is public.
        var example = await store.Set<Person>().OrderBy(p => p.Id).FirstAsync(cancel);
        example.SetPassword(hasher, DemoPeople.Password, seenByOthers: false);
        foreach (var person in await store.Set<Person>().ToListAsync(cancel)) (person.PasswordHash, person.MustChangePassword) = (example.PasswordHash, false);
        await store.SaveChangesAsync(cancel);
    }
}
