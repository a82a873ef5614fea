using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Qingdan.Organizations.People;
using Qingdan.Platform.Database;

namespace Qingdan.Organizations.SignIn;

/// <summary>
/// Identity's manager with our clock (its own asks the system's) and with counting in one statement, so that guesses made side by side all count.
/// Five failures lock for fifteen minutes.
/// </summary>
internal sealed class PersonManager(
    Store store, TimeProvider clock, IUserStore<Person> people, IOptions<IdentityOptions> options, IPasswordHasher<Person> hasher,
    ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<Person>> log)
    : UserManager<Person>(people, options, hasher, [], [], normalizer, errors, services, log)
{
    public const int MostFailures = 5;
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public async Task<Person?> Find(long id, CancellationToken cancel) =>
        await store.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.State == PersonState.Active, cancel);

    public override Task<bool> IsLockedOutAsync(Person user) => Task.FromResult(user.LockedUntil > clock.GetUtcNow());

    public override async Task<IdentityResult> AccessFailedAsync(Person user)
    {
        DateTimeOffset? until = clock.GetUtcNow() + Lock;
        await store.Set<Person>().Where(p => p.Id == user.Id).ExecuteUpdateAsync(s => s
            .SetProperty(p => p.LockedUntil, p => p.FailedCount + 1 >= MostFailures ? until : p.LockedUntil)
            .SetProperty(p => p.FailedCount, p => p.FailedCount + 1 >= MostFailures ? 0 : p.FailedCount + 1));
        await store.Entry(user).ReloadAsync();
        return IdentityResult.Success;
    }

    public override async Task<IdentityResult> ResetAccessFailedCountAsync(Person user)
    {
        if (user.FailedCount > 0) await store.Set<Person>().Where(p => p.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.FailedCount, 0));
        return IdentityResult.Success;
    }
}
