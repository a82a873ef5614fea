using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Responsibilities;
using Qingdan.Lists.Responsibilities.Rules;
using Qingdan.Organizations.People;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Rules by which changes of the catalogue are confirmed.</summary>
public sealed class ChangeRuleTests
{
    [Theory, Engines]
    public async Task A_rule_confirms_what_alters_nothing_else_and_leaves_to_people_what_they_undid(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        var keeper = await Keeper(services, unit);
        Assert.Equal(["fields", "note"], (await services.With<KeepRule, Result<long>>(k => k.Run(["共享属性"], false, "", keeper, default))).Faults.Select(f => f.Field));
        await Keep(services, keeper);
        await services.Change(resource, r => r.SystemName = "新业务系统");
        await services.Generate();
        var entry = (await services.Entries()).Single();
        Assert.Equal(("新业务系统", "王敏"), (entry.SystemName, entry.DecidedBy));
        Assert.Equal(1, (await services.Undo(entry.DecisionId, keeper)).Value);
        await services.Generate();
        Assert.Equal("业务系统", (await services.Entries()).Single().SystemName);
        await services.Change(resource, r => (r.SystemName, r.Share) = ("第三系统", ShareProperty.Conditional));
        await services.Generate();
        Assert.Equal("业务系统", (await services.Entries()).Single().SystemName);
        Assert.Contains(await services.Changes(), c => c.State == EntryChangeState.Open);
        await services.Change(resource, r => (r.SystemName, r.Share) = ("第三系统", ShareProperty.Unconditional));
        await services.Generate();
        Assert.Equal("第三系统", (await services.Entries()).Single().SystemName);
    }

    [Theory, Engines]
    public async Task A_rule_looks_through_all_that_is_open(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        await services.Change(resource, r => r.SystemName = "新业务系统");
        await services.Generate();
        // More than one slice of others stands before it.
        await services.With<Store>(s => s.Execute(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001)
            INSERT INTO lists_changes (id, entry_id, provider_id, kind, before, after, reason, digest, state, decision_id, decided_by, at)
            SELECT i, -i, provider_id, kind, before, before, reason, '', 'Open', 0, '', at FROM n CROSS JOIN lists_changes c
            """, default));
        await Keep(services, await Keeper(services, unit));
        await services.Generate();
        Assert.Equal("新业务系统", (await services.Entries()).Single().SystemName);
    }

    [Theory, Engines]
    public async Task A_rule_rests_while_its_keeper_could_not_confirm_until_somebody_takes_it_over(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        var keeper = await Keeper(services, unit);
        await Keep(services, keeper);
        var rule = Assert.Single(await Kept(services, keeper));
        Assert.False(rule.Rests);
        Assert.Equal("lists.change-rule.works", await Fault(TakeOver(services, rule.Id, keeper)));
        await services.With<Store>(s => s.Set<PersonRole>().Where(r => r.PersonId == keeper.PersonId).ExecuteDeleteAsync());
        await services.Change(resource, r => r.SystemName = "新业务系统");
        await services.Generate();
        Assert.Equal("业务系统", (await services.Entries()).Single().SystemName);
        Assert.Equal("lists.change-rule.not-found", await Fault(TakeOver(services, rule.Id, await Keeper(services, await services.Unit("示例市税务局"), "张勇"))));
        var next = await Keeper(services, unit, "李敏");
        Assert.True(Assert.Single(await Kept(services, next)).Rests);
        Assert.True((await TakeOver(services, rule.Id, next)).Ok);
        await services.Generate();
        var entry = (await services.Entries()).Single();
        Assert.Equal(("新业务系统", "李敏"), (entry.SystemName, entry.DecidedBy));
        await services.With<Store>(s => s.Execute("UPDATE organizations_people SET state = 'Disabled'", default));
        Assert.True(Assert.Single(await Kept(services, Centre)).Rests);
    }

    private static Task<IReadOnlyList<RuleView>> Kept(TestServices services, Actor actor) => services.With<KeepRule, IReadOnlyList<RuleView>>(k => k.Kept(actor, default));

    private static Task<Result<Done>> TakeOver(TestServices services, long id, Actor actor) => services.With<KeepRule, Result<Done>>(k => k.TakeOver(id, actor, default));

    private static async Task Keep(TestServices services, Actor keeper) => Assert.True((await services.With<KeepRule, Result<long>>(k => k.Run(["来源系统", "数据分级"], false, "只是系统换名", keeper, default))).Ok);

    // A liaison of the unit with an account.
    private static async Task<Actor> Keeper(TestServices services, long unit, string name = "王敏")
    {
        var person = new Person { Id = await services.With<IdSource, long>(ids => Task.FromResult(ids.Next())), SignInName = name, SignInKey = name, FullName = name, UnitId = unit, PasswordHash = "", SecurityStamp = "" };
        await services.With<Store>(async store =>
        {
            store.Add(person);
            store.Add(new PersonRole { PersonId = person.Id, Role = Roles.Liaison });
            await store.SaveChangesAsync();
        });
        return Liaison(unit) with { PersonId = person.Id, Name = name };
    }
}
