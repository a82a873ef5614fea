using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Demo;
using Qingdan.Organizations.People;
using Qingdan.Organizations.SignIn;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Organizations;

public sealed class PeopleTests
{
    [Theory, Engines]
    public async Task Five_wrong_passwords_lock_for_fifteen_minutes(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        for (var i = 0; i < 5; i++) Assert.Same(SignInPerson.Refused, (await SignIn(services, "minzheng", "wrong")).Faults[0]);
        Assert.Same(SignInPerson.Refused, (await SignIn(services, "minzheng", DemoPeople.Password)).Faults[0]);
        services.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.True((await SignIn(services, "MinZheng", DemoPeople.Password)).Ok);
    }

    [Theory, Engines]
    public async Task Guesses_made_side_by_side_all_count(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignIn(services, "minzheng", "wrong")));
        Assert.False((await SignIn(services, "minzheng", DemoPeople.Password)).Ok);
    }

    [Theory, Engines]
    public async Task The_security_administrator_ends_a_lock_and_a_right_password_clears_the_count(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var id = await IdOf(services, "minzheng");
        for (var i = 0; i < 5; i++) await SignIn(services, "minzheng", "wrong");
        Assert.True((await services.With<UnlockPerson, Result<Done>>(u => u.Run(id, SecurityAdmin, default))).Ok);
        Assert.True((await SignIn(services, "minzheng", DemoPeople.Password)).Ok);
        for (var i = 0; i < 4; i++) await SignIn(services, "minzheng", "wrong");
        Assert.True((await SignIn(services, "minzheng", DemoPeople.Password)).Ok);
        for (var i = 0; i < 4; i++) await SignIn(services, "minzheng", "wrong");
        Assert.True((await SignIn(services, "minzheng", DemoPeople.Password)).Ok);
    }

    [Theory, Engines]
    public async Task Every_attempt_is_audited_and_no_password_is_in_the_log(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        await SignIn(services, "minzheng", "Wrong-Secret-1");
        await SignIn(services, "my-Secret-as-name", "x");
        await SignIn(services, "minzheng", DemoPeople.Password);
        var log = await services.With<Store, List<AuditEvent>>(s => s.Set<AuditEvent>().Where(e => e.Action.StartsWith("organizations.session.")).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(["organizations.session.refused", "organizations.session.refused", "organizations.session.signed-in"], log.Select(e => e.Action));
        Assert.DoesNotContain(log, e => $"{e.SubjectName}{e.Before}{e.After}{e.Why}".Contains("Secret", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, Engines]
    public async Task A_disabled_person_is_not_let_in_and_loses_the_stamp_of_his_sessions(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var id = await IdOf(services, "minzheng");
        var stamp = await StampOf(services, id);
        Assert.True((await services.With<SetPersonState, Result<Done>>(s => s.Run(id, PersonState.Disabled, SystemAdmin, default))).Ok);
        Assert.NotEqual(stamp, await StampOf(services, id));
        Assert.False((await SignIn(services, "minzheng", DemoPeople.Password)).Ok);
    }

    [Theory, Engines]
    public async Task A_system_administrator_cannot_disable_the_last_security_administrator_to_take_his_place(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var holder = await services.With<Store, long>(s => s.Set<PersonRole>().Where(r => r.Role == Roles.SecurityAdmin).Select(r => r.PersonId).SingleAsync());
        Assert.Equal("organizations.person.last-security-admin", (await services.With<SetPersonState, Result<Done>>(s => s.Run(holder, PersonState.Disabled, SystemAdmin, default))).Faults.Single().Code);
        await services.With<Store>(s => s.Execute("UPDATE organizations_people SET state = 'Disabled' WHERE id = @id", default, ("id", holder)));
        Assert.Equal("organizations.role.not-yours", (await Grant(services, await IdOf(services, "minzheng"), SystemAdmin, Roles.SecurityAdmin)).Faults[0].Code);
    }

    [Theory, Engines]
    public async Task A_reset_password_of_somebody_with_a_role_opens_nothing_until_the_security_administrator_has_released_it(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var id = await IdOf(services, "minzheng");
        var account = (await services.With<ResetPassword, Result<NewAccount>>(r => r.Run(id, SystemAdmin, default))).Value;
        Assert.True(account.Locked);
        services.Clock.Advance(TimeSpan.FromDays(30));
        Assert.False((await SignIn(services, "minzheng", account.Password)).Ok);
        Assert.True((await services.With<UnlockPerson, Result<Done>>(u => u.Run(id, SecurityAdmin, default))).Ok);
        Assert.True((await SignIn(services, "minzheng", account.Password)).Value.MustChangePassword);
    }

    [Theory, Engines]
    public async Task The_last_security_administrator_gets_his_password_only_at_the_machine(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var id = await IdOf(services, "secadmin");
        Assert.Equal("organizations.person.last-security-admin-password", (await services.With<ResetPassword, Result<NewAccount>>(r => r.Run(id, SystemAdmin, default))).Faults.Single().Code);
        var account = (await services.With<ResetPassword, Result<NewAccount>>(r => r.AtTheMachine("SecAdmin", default))).Value;
        Assert.True((await SignIn(services, "secadmin", account.Password)).Ok);
        Assert.Equal("organizations.person.not-found", (await services.With<ResetPassword, Result<NewAccount>>(r => r.AtTheMachine("nobody", default))).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task Only_a_security_administrator_grants_roles_never_his_own_and_never_two_of_the_three(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var id = await IdOf(services, "minzheng");
        Assert.Equal("organizations.role.not-yours", (await Grant(services, id, SystemAdmin, Roles.UnitHead)).Faults[0].Code);
        Assert.Equal("organizations.role.not-yours", (await Grant(services, id, SystemAdmin, Roles.SecurityAdmin)).Faults[0].Code);
        Assert.Equal("organizations.role.alone", (await Grant(services, id, SecurityAdmin, Roles.Auditor, Roles.Liaison)).Faults[0].Code);
        Assert.Equal("organizations.role.unknown", (await Grant(services, id, SecurityAdmin, "king")).Faults[0].Code);
        Assert.Equal("organizations.person.oneself", (await Grant(services, id, SecurityAdmin with { PersonId = id }, Roles.Liaison)).Faults[0].Code);
        Assert.Equal("organizations.role.unit", (await Grant(services, await IdOf(services, "sysadmin"), SecurityAdmin, Roles.Liaison)).Faults[0].Code);
        Assert.True((await Grant(services, id, SecurityAdmin, Roles.Liaison, Roles.UnitHead)).Ok);
        Assert.Equal([Roles.Liaison, Roles.UnitHead], await services.With<Store, List<string>>(s => s.Set<PersonRole>().Where(r => r.PersonId == id).Select(r => r.Role).OrderBy(r => r).ToListAsync()));
    }

    [Theory, Engines]
    public async Task An_empty_store_begins_with_one_administrator_who_names_the_first_security_administrator(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var first = (await services.With<IFirstAdministrator, Result<FirstAdministrator>>(f => f.Create(default))).Value;
        var admin = (await SignIn(services, first.SignInName, first.Password)).Value;
        Assert.True(admin.MustChangePassword);
        Assert.Equal("organizations.first-administrator", (await services.With<IFirstAdministrator, Result<FirstAdministrator>>(f => f.Create(default))).Faults[0].Code);
        var actor = SystemAdmin with { PersonId = admin.Id };
        var second = (await Create(services, new PersonDraft { SignInName = "sec", FullName = "孙岚" }, actor)).Value;
        Assert.Equal("organizations.role.not-yours", (await Grant(services, second.Id, actor, Roles.Auditor)).Faults[0].Code);
        Assert.True((await Grant(services, second.Id, actor, Roles.SecurityAdmin)).Ok);
        var third = (await Create(services, new PersonDraft { SignInName = "third", FullName = "周静" }, actor)).Value;
        Assert.Equal("organizations.role.not-yours", (await Grant(services, third.Id, actor, Roles.SecurityAdmin)).Faults[0].Code);
    }

    [Theory, Engines]
    public async Task A_password_is_changed_with_the_present_one_and_all_faults_are_told_at_once(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var actor = DirectoryTests.Someone with { PersonId = await IdOf(services, "minzheng") };
        Assert.Equal(["organizations.password.weak", "organizations.password.again", "organizations.password.wrong"], (await Change("guess", "short", "other")).Faults.Select(f => f.Code));
        Assert.True((await Change(DemoPeople.Password, "New-Password-1", "New-Password-1")).Ok);
        Assert.False((await SignIn(services, "minzheng", DemoPeople.Password)).Ok);
        Assert.True((await SignIn(services, "minzheng", "New-Password-1")).Ok);

        Task<Result<Person>> Change(string present, string wanted, string again) => services.With<ChangePassword, Result<Person>>(c => c.Run(present, wanted, again, actor, default));
    }

    [Theory, Engines]
    public async Task A_deputy_stands_in_for_somebody_of_the_same_unit(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var draft = new PersonDraft { SignInName = "new", FullName = "新人", Unit = "市民政局", Phone = "not a number", DeputyOf = "gongan" };
        Assert.Equal(["organizations.phone", "organizations.person.deputy"], (await Create(services, draft, SystemAdmin)).Faults.Select(f => f.Code));
        Assert.True((await Create(services, draft with { Phone = "13812345678", DeputyOf = "minzheng" }, SystemAdmin)).Ok);
        var entry = await services.With<Store, AuditEvent>(s => s.Set<AuditEvent>().SingleAsync(e => e.Action == "organizations.person.created" && e.SubjectName == "新人"));
        Assert.Contains("138****5678", entry.After!, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_person_with_a_business_role_keeps_a_unit_and_two_saves_do_not_overwrite_each_other(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var id = await IdOf(services, "minzheng");
        var version = await services.With<Store, long>(s => s.Set<Person>().Where(p => p.Id == id).Select(p => p.Version).SingleAsync());
        Assert.Equal("organizations.person.unit.required", (await Edit(new PersonDraft { FullName = "王敏" })).Faults.Single().Code);
        Assert.True((await Edit(new PersonDraft { FullName = "王敏敏", Unit = "市民政局" })).Ok);
        Assert.Equal(FaultKind.Conflict, (await Edit(new PersonDraft { FullName = "王小敏", Unit = "市民政局" })).Faults.Single().Kind);

        Task<Result<Done>> Edit(PersonDraft draft) => services.With<EditPerson, Result<Done>>(e => e.Run(id, version, draft, SystemAdmin, default));
    }

    private static readonly Actor SystemAdmin = new(1, "系统", 0, "", new HashSet<string> { Roles.SystemAdmin });
    internal static readonly Actor SecurityAdmin = new(2, "安全", 0, "", new HashSet<string> { Roles.SecurityAdmin });

    private static Task<Result<Person>> SignIn(TestServices services, string name, string password) => services.With<SignInPerson, Result<Person>>(s => s.Run(name, password, default));

    private static Task<Result<Done>> Grant(TestServices services, long id, Actor actor, params string[] roles) => services.With<GrantRoles, Result<Done>>(g => g.Run(id, roles, actor, default));

    private static Task<Result<NewAccount>> Create(TestServices services, PersonDraft draft, Actor actor) => services.With<CreatePerson, Result<NewAccount>>(c => c.Run(draft, actor, default));

    private static Task<long> IdOf(TestServices services, string name) => services.With<Store, long>(s => s.Set<Person>().Where(p => p.SignInKey == name).Select(p => p.Id).SingleAsync());

    private static Task<string> StampOf(TestServices services, long id) => services.With<Store, string>(s => s.Set<Person>().Where(p => p.Id == id).Select(p => p.SecurityStamp).SingleAsync());
}
