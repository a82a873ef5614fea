using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.StandIns;

/// <inheritdoc cref="IStandIns"/>
internal sealed class ReadStandIns(Store store, IOrganizationDirectory directory, Translator t, TimeProvider clock) : IStandIns
{
    private const int Most = 20;

    public async Task<StandInFacts?> Find(long id, Actor reader, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        var (all, own) = (reader.Is(Roles.SeeAll), reader.UnitId == 0 ? [] : tree.Family(reader.UnitId));
        var found = await (from row in store.Set<StandIn>().AsNoTracking()
                           join person in store.Set<Person>() on row.PersonId equals person.Id
                           join deputy in store.Set<Person>() on row.DeputyId equals deputy.Id
                           where row.Id == id && person.UnitId != null && (all || own.Contains(person.UnitId.Value))
                           select new { Row = row, person.FullName, UnitId = person.UnitId!.Value, Deputy = deputy.FullName }).SingleOrDefaultAsync(cancel);
        return found is null ? null : new StandInFacts(
            id, new Actor(found.Row.PersonId, found.FullName, tree.Living(found.UnitId), tree.Find(found.UnitId)?.Name ?? "", found.Row.Given.ToHashSet()),
            found.Deputy, found.Row.FromDay, found.Row.UntilDay, found.Row.Reason, found.Row.RecorderName);
    }

    /// <summary>Those in which a person is one or the other, the latest first; whoever sees the person sees them.</summary>
    public async Task<IReadOnlyList<StandInRow>> Of(long personId, CancellationToken cancel)
    {
        var found = await (from row in store.Set<StandIn>().AsNoTracking()
                           join person in store.Set<Person>() on row.PersonId equals person.Id
                           join deputy in store.Set<Person>() on row.DeputyId equals deputy.Id
                           where row.PersonId == personId || row.DeputyId == personId
                           orderby row.Id descending
                           select new { Row = row, Person = person.FullName, Deputy = deputy.FullName }).Take(Most).ToListAsync(cancel);
        var today = clock.Today();
        return found.ConvertAll(f => new StandInRow(
            f.Row.Id, f.Person, f.Deputy, t.RoleNames(f.Row.Given), f.Row.FromDay, f.Row.UntilDay, f.Row.Reason, f.Row.RecorderName, State(f.Row, today), f.Row.EndedAt is null && f.Row.UntilDay >= today));
    }

    /// <summary>Who of the unit can stand in for a person.</summary>
    public async Task<IReadOnlyList<StandInChoice>> Choices(Person person, Actor actor, CancellationToken cancel)
    {
        var family = (await directory.Tree(cancel)).Family(person.UnitId!.Value);
        var people = await store.Set<Person>().AsNoTracking().Where(p => p.Id != person.Id && p.Id != actor.PersonId && p.State == PersonState.Active && p.UnitId != null && family.Contains(p.UnitId.Value))
            .OrderByDescending(p => p.DeputyOfId == person.Id).ThenBy(p => p.Id).Select(p => new { p.SignInName, p.FullName, Roles = store.Set<PersonRole>().Where(r => r.PersonId == p.Id).Select(r => r.Role).ToList() }).ToListAsync(cancel);
        return [.. people.Where(p => !p.Roles.Any(RoleRules.Three.Contains)).Select(p => new StandInChoice(p.SignInName, p.FullName, t.RoleNames(p.Roles)))];
    }

    private static string State(StandIn row, DateOnly today) => row switch
    {
        { EndedAt: not null } => "已收回",
        _ when row.UntilDay < today => "已结束",
        _ when row.FromDay > today => "还没有开始",
        _ => "代理中",
    };
}
