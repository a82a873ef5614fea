using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.People;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Organizations.Contracts;

/// <summary>Whoever an account belongs to, for what is done in his name at the machine.</summary>
public sealed class Accounts
{
    private readonly Store _store;
    private readonly IUserClaimsPrincipalFactory<Person> _claims;

    internal Accounts(Store store, IUserClaimsPrincipalFactory<Person> claims) => (_store, _claims) = (store, claims);

    /// <summary>The person with this sign-in name as he would be signed in; null when there is none, or the account is out of use.</summary>
    public async Task<Actor?> Find(string signInName, CancellationToken cancel)
    {
        var key = Person.KeyOf(signInName);
        var person = await _store.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.SignInKey == key && p.State == PersonState.Active, cancel);
        return person is null ? null : Actor.From(await _claims.CreateAsync(person));
    }
}
