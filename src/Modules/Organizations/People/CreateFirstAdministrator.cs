using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.People;

/// <inheritdoc cref="IFirstAdministrator"/>
internal sealed class CreateFirstAdministrator(Store store, CreatePerson create) : IFirstAdministrator
{
    private const string Name = "admin";

    public async Task<Result<FirstAdministrator>> Create(CancellationToken cancel)
    {
        if (await store.Set<Person>().AnyAsync(cancel))
            return new Fault("organizations.first-administrator", "已经有账号了。请用现有的系统管理员登录。", null, FaultKind.Conflict);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var created = await create.Run(new PersonDraft { SignInName = Name, FullName = Roles.Names[Roles.SystemAdmin] }, Actor.System, cancel);
        if (!created.TryGet(out var account)) return created.As<FirstAdministrator>();
        store.Add(new PersonRole { PersonId = account.Id, Role = Roles.SystemAdmin });
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new FirstAdministrator(Name, account.Password);
    }
}
