using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.StandIns;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.People;

/// <summary>People as far as the reader may see them: those of the own unit, or all. Whose they are stands in the query.</summary>
internal sealed class ListPeople(Store store, IOrganizationDirectory directory, ReadStandIns standIns, Translator t, TimeProvider clock)
{
    public async Task<PeopleView> Run(QueryState query, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        var people = await Visible(actor, cancel);
        if (query["q"] is { } words) people = people.Where(p => p.FullName.Contains(words) || p.SignInKey.Contains(Person.KeyOf(words)));
        if (query["unit"] is { } unit) people = Of(people, tree.Resolve(unit) is { } id ? tree.Family(id) : []);
        if (query["role"] is { } role) people = people.Where(p => store.Set<PersonRole>().Any(r => r.PersonId == p.Id && r.Role == role));
        var now = clock.GetUtcNow();
        if (query["state"] is "disabled") people = people.Where(p => p.State == PersonState.Disabled);
        if (query["state"] is "locked") people = people.Where(p => p.LockedUntil > now);
        var total = await people.CountAsync(cancel);
        var page = await people.OrderBy(p => p.UnitId ?? 0).ThenBy(p => p.Id).Skip((query.Page - 1) * PeopleView.Size).Take(PeopleView.Size).ToListAsync(cancel);
        return new PeopleView(await Rows(page, tree, cancel), query.Page, total, actor.Is(Access.SeeAllPeople), actor.Is(Roles.SystemAdmin));
    }

    public async Task<PersonView?> One(long id, Actor actor, GrantRoles grant, CancellationToken cancel)
    {
        if (await (await Visible(actor, cancel)).SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } person) return null;
        var tree = await directory.Tree(cancel);
        var row = (await Rows([person], tree, cancel))[0];
        var held = await store.Set<PersonRole>().AsNoTracking().Where(r => r.PersonId == id).Select(r => r.Role).ToListAsync(cancel);
        var deputyOf = person.DeputyOfId is { } principal ? await store.Set<Person>().Where(p => p.Id == principal).Select(p => p.SignInName).SingleAsync(cancel) : "";
        var other = actor.PersonId != id;
        var manages = other && actor.Is(Roles.SystemAdmin);
        var draft = new PersonDraft
        {
            SignInName = person.SignInName, FullName = person.FullName, Unit = person.UnitId is { } unit ? tree.Find(unit)!.Name : "",
            Phone = manages ? person.Phone : PhoneMask.Of(person.Phone), Email = manages ? person.Email : EmailMask.Of(person.Email), DeputyOf = deputyOf,
        };
        return new PersonView(row, person.Version, held, draft, person.MustChangePassword, manages, other && actor.Is(Roles.SecurityAdmin), other && await grant.MayNameFirst(actor, cancel))
        {
            StandIns = await standIns.Of(id, cancel), SeesBusiness = actor.Is(Roles.Business),
            HandsOver = person is { State: PersonState.Active, UnitId: { } home } && actor.Is(Access.RecordStandIns) && (actor.Is(Roles.SecurityAdmin) || (actor.UnitId != 0 && tree.Family(actor.UnitId).Contains(home))),
        };
    }

    /// <summary>The actor's own row, and the phone number and the address masked.</summary>
    public async Task<(PersonRow Row, string Phone, string Email)?> Own(Actor actor, CancellationToken cancel)
    {
        var person = await store.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == actor.PersonId, cancel);
        return person is null ? null : ((await Rows([person], await directory.Tree(cancel), cancel))[0], PhoneMask.Of(person.Phone), EmailMask.Of(person.Email));
    }

    /// <summary>代理 in which the actor is one or the other.</summary>
    public Task<IReadOnlyList<StandInRow>> OwnStandIns(Actor actor, CancellationToken cancel) => standIns.Of(actor.PersonId, cancel);

    private async Task<IQueryable<Person>> Visible(Actor actor, CancellationToken cancel)
    {
        var people = store.Set<Person>().AsNoTracking();
        return actor.Is(Access.SeeAllPeople) ? people : Of(people, (await directory.Tree(cancel)).Family(actor.UnitId));
    }

    private static IQueryable<Person> Of(IQueryable<Person> people, long[] family) => people.Where(p => p.UnitId != null && family.Contains(p.UnitId.Value));

    private async Task<IReadOnlyList<PersonRow>> Rows(List<Person> people, UnitTree tree, CancellationToken cancel)
    {
        var ids = people.Select(p => p.Id).ToList();
        var roles = (await store.Set<PersonRole>().AsNoTracking().Where(r => ids.Contains(r.PersonId)).ToListAsync(cancel)).ToLookup(r => r.PersonId, r => r.Role);
        var principals = people.Select(p => p.DeputyOfId).OfType<long>().ToList();
        var names = principals.Count == 0 ? [] : await store.Set<Person>().Where(p => principals.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancel);
        var now = clock.GetUtcNow();
        return [.. people.Select(p => new PersonRow(
            p.Id, p.SignInName, p.FullName, p.UnitId is { } unit ? tree.ShortName(unit) : "", t.RoleNames(roles[p.Id]), p.DeputyOfId is { } of ? names[of] : "",
            p.State == PersonState.Disabled, p.LockedUntil > now, p.LastSignInAt))];
    }
}
