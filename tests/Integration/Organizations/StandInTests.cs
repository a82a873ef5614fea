using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Demo;
using Qingdan.Organizations.People;
using Qingdan.Organizations.StandIns;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Organizations;

/// <summary>代理: who may hand what over to whom, and for how long it holds.</summary>
public sealed class StandInTests
{
    private static readonly StandInDraft Leave = new("minzheng-b", "2026-11-24", "2026-11-25", "休假");

    [Theory, Engines]
    public async Task It_begins_and_ends_by_itself_at_midnight_in_Shanghai(Engine engine)
    {
        await using var services = await Demo(engine);
        Assert.True((await Record(services, "minzheng-head", "minzheng-head", Leave)).Ok);
        foreach (var (at, holds) in new[] { ("2026-11-23T15:59:00Z", false), ("2026-11-23T16:00:30Z", true), ("2026-11-25T15:59:00Z", true), ("2026-11-25T16:00:30Z", false) })
        {
            services.Clock.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal((at, holds), (at, (await RolesOf(services, "minzheng-b")).Contains(Roles.UnitHead)));
            Assert.Equal(holds ? "赵国安" : null, (await Person(services, "minzheng-b")).StandsFor.GetValueOrDefault(Roles.UnitHead));
        }
    }

    [Theory, Engines]
    public async Task It_ends_when_it_is_taken_back_or_the_other_loses_the_role(Engine engine)
    {
        await using var services = await Demo(engine);
        var draft = Leave with { From = "2026-11-23" };
        var id = (await Record(services, "minzheng-legal", "minzheng-head", draft)).Value;
        Assert.Equal([Roles.Legal, Roles.Liaison], await RolesOf(services, "minzheng-b"));
        var (head, person) = (await Person(services, "minzheng-head"), await Person(services, "minzheng-legal"));
        Assert.True((await services.With<EndStandIn, Result<long>>(e => e.Run(id, head, default))).Ok);
        Assert.Equal([Roles.Liaison], await RolesOf(services, "minzheng-b"));
        Assert.Equal("organizations.stand-in.over", (await services.With<EndStandIn, Result<long>>(e => e.Run(id, head, default))).Faults.Single().Code);

        await Record(services, "minzheng-legal", "minzheng-head", draft);
        await services.With<Store>(s => s.Set<PersonRole>().Where(r => r.PersonId == person.PersonId).ExecuteDeleteAsync());
        Assert.Equal([Roles.Liaison], await RolesOf(services, "minzheng-b"));
        Assert.Equal(["organizations.person.stand-in-ended", "organizations.person.stand-in-recorded"], await services.With<Store, List<string>>(s =>
            s.Set<AuditEvent>().Where(e => e.Action.StartsWith("organizations.person.stand-in")).Select(e => e.Action).Distinct().OrderBy(a => a).ToListAsync()));
    }

    [Theory, Engines]
    public async Task Nobody_gets_more_than_the_recorder_may_give(Engine engine)
    {
        await using var services = await Demo(engine);
        foreach (var (person, recorder, deputy, code) in new[]
        {
            ("minzheng-head", "minzheng", "minzheng-b", "organizations.stand-in.roles"), // a liaison does not hand over the head's part
            ("minzheng", "minzheng-b", "minzheng-b", "organizations.stand-in.self"),
            ("minzheng", "minzheng", "gongan", "organizations.stand-in.deputy"),
            ("minzheng", "gongan-head", "minzheng-b", "organizations.person.not-found"),
            ("authority", "secadmin", "authority-legal", "organizations.stand-in.roles"), // the city's roles never go over
        })
            Assert.Equal((person, recorder, code), (person, recorder, (await Record(services, person, recorder, Leave with { Deputy = deputy })).Faults[0].Code));
        Assert.True((await Record(services, "minzheng", "minzheng", Leave)).Ok);
        Assert.Equal("organizations.stand-in.overlap", (await Record(services, "minzheng", "secadmin", Leave with { From = "2026-11-25" })).Faults.Single().Code);
        Assert.True((await Record(services, "gongan-head", "secadmin", Leave with { Deputy = "gongan" })).Ok);
        Assert.Equal(
            ["organizations.stand-in.deputy", "organizations.stand-in.from", "organizations.stand-in.until", "organizations.stand-in.reason"],
            (await Record(services, "gongan", "gongan-head", new StandInDraft("", "2026-11-01", "", ""))).Faults.Select(f => f.Code));
    }

    [Fact]
    public async Task Its_pages_are_those_of_the_unit_and_the_security_administrator()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        var ids = await Ids(app);
        var form = $"/people/{ids["minzheng-legal"]}/stand-in";
        await app.SignIn("minzheng-head", DemoPeople.Password);
        KeyValuePair<string, string>[] fields = [new("deputy", "minzheng-b"), new("from", "2026-11-23"), new("until", "2026-11-30"), new("reason", "休假")];
        using (var recorded = await app.Post(form, fields)) Assert.Equal(HttpStatusCode.Found, recorded.StatusCode);
        await using var scope = app.Scope();
        var id = (await scope.ServiceProvider.GetRequiredService<Store>().Set<StandIn>().SingleAsync()).Id;
        foreach (var (name, page, sheet) in new[]
        {
            ("minzheng-b", HttpStatusCode.OK, HttpStatusCode.OK), ("gongan-head", HttpStatusCode.NotFound, HttpStatusCode.NotFound), ("auditor", HttpStatusCode.Forbidden, HttpStatusCode.OK),
            ("authority", HttpStatusCode.Forbidden, HttpStatusCode.OK), ("sysadmin", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ("secadmin", HttpStatusCode.OK, HttpStatusCode.Forbidden),
        })
        {
            await app.SignIn(name, DemoPeople.Password);
            using var shown = await app.Http.GetAsync(form);
            using var printed = await app.Http.GetAsync($"/todo/hand-over/{id}");
            Assert.Equal((name, page, sheet), (name, shown.StatusCode, printed.StatusCode));
        }
        await app.SignIn("gongan-head", DemoPeople.Password);
        using var ended = await app.Post("/account/password", [], $"/people/stand-ins/{id}/end");
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
    }

    private static async Task<Dictionary<string, long>> Ids(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<Store>().Set<Person>().ToDictionaryAsync(p => p.SignInKey, p => p.Id);
    }

    private static async Task<TestServices> Demo(Engine engine)
    {
        var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        return services;
    }

    private static async Task<Result<long>> Record(TestServices services, string person, string recorder, StandInDraft draft)
    {
        var (of, by) = (await Person(services, person), await Person(services, recorder));
        return await services.With<RecordStandIn, Result<long>>(r => r.Run(of.PersonId, draft, by, default));
    }

    private static async Task<Actor> Person(TestServices services, string name) => Actor.From(await Claims(services, name))!;

    private static async Task<List<string>> RolesOf(TestServices services, string name) => [.. (await Claims(services, name)).FindAll(ClaimTypes.Role).Select(c => c.Value).Order(StringComparer.Ordinal)];

    private static Task<ClaimsPrincipal> Claims(TestServices services, string name) => services.With<Store, ClaimsPrincipal>(async store =>
    {
        var person = await store.Set<Person>().AsNoTracking().SingleAsync(p => p.SignInKey == name);
        return await services.With<IUserClaimsPrincipalFactory<Person>, ClaimsPrincipal>(f => f.CreateAsync(person));
    });
}
