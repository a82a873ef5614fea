using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.People;
using Qingdan.Organizations.StandIns;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Records.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Notices;

namespace Qingdan.Tests.Integration.Workflow.Notices;

/// <summary>People with accounts, and what they were told.</summary>
internal static class NoticePeople
{
    private static int _next = 100;

    /// <summary>A person of a unit with one role.</summary>
    public static async Task<Actor> Hire(this TestServices services, string name, long unit, string role, string email = "")
    {
        var id = Interlocked.Increment(ref _next);
        await services.With<Store>(async store =>
        {
            var signIn = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p{id}");
            store.Add(new Person { Id = id, SignInName = signIn, SignInKey = signIn, FullName = name, UnitId = unit, Email = email, PasswordHash = "", SecurityStamp = "" });
            store.Add(new PersonRole { PersonId = id, Role = role });
            await store.SaveChangesAsync();
        });
        return new Actor(id, name, unit, "单位", new HashSet<string> { role });
    }

    /// <summary>One stands in for another from a day to a day.</summary>
    public static async Task StandIn(this TestServices services, Actor person, Actor deputy, DateOnly from, DateOnly until)
    {
        await using var scope = services.Scope();
        var (store, ids) = ((Store)scope.ServiceProvider.GetService(typeof(Store))!, (IdSource)scope.ServiceProvider.GetService(typeof(IdSource))!);
        store.Add(new StandIn { Id = ids.Next(), PersonId = person.PersonId, DeputyId = deputy.PersonId, FromDay = from, UntilDay = until, Roles = person.Roles.Single(), Reason = "休假", RecorderName = "" });
        await store.SaveChangesAsync();
    }

    /// <summary>What waits for a person of one kind.</summary>
    public static Task<IReadOnlyList<Todo>> Todos(this TestServices services, string kind, Actor actor) =>
        services.With<IEnumerable<ITodoSource>, IReadOnlyList<Todo>>(sources => sources.Single(s => s.Kind == kind).For(actor, 10, default));

    /// <summary>The notices of a person, the oldest first.</summary>
    public static Task<List<Notice>> Told(this TestServices services, Actor person) =>
        services.With<Store, List<Notice>>(s => s.Set<Notice>().AsNoTracking().Where(n => n.PersonId == person.PersonId).OrderBy(n => n.Id).ToListAsync());
}
