using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>重新审核 of an entry in force, and the basis that must be in force.</summary>
public sealed class ReviewAgainTests
{
    private static readonly NegativeRuling Agree = new(NegativeAct.Agree, "");

    [Theory, Engines]
    public async Task An_entry_in_force_stays_until_its_successor_is_listed_and_leaves_in_the_same_moment(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var resource = await services.Publish(unit, "企业生产经营", ShareProperty.Unconditional, true, "企业名称/NotShared", "街镇");
        await services.Generate();
        await services.With<Store>(s => s.Set<Negative>().ExecuteDeleteAsync());
        var old = await services.Signed(unit, Banned with { ResourceId = resource.Id, ItemIds = [(await services.CatalogItems(resource.Id))[0].Id] });
        await services.Decide(Agree, old);
        await services.With<Store>(s => s.Execute("UPDATE catalog_items SET share = 'NotShared' WHERE resource_id = @id", default, ("id", resource.Id)));
        await services.Generate();
        Assert.Contains(await services.Findings(), f => f.Code == "N01");

        var next = (await Review(services, old, Liaison(unit))).Value;
        var row = await services.Negative(next);
        Assert.Equal((NegativeState.Candidate, old, "示例法", "FM"), (row.State, row.ReplacesId, row.BasisName, (await services.Negative(old)).Number![..2]));
        Assert.Equal("lists.negative.in-review", await Fault(Review(services, old, Liaison(unit))));
        Assert.Equal("lists.negative.not-found", await Fault(Review(services, next, Liaison(unit))));
        await services.Generate();
        Assert.Equal([next], await services.With<Store, List<long>>(s => s.Set<Negative>().Where(n => n.State == NegativeState.Candidate).Select(n => n.Id).ToListAsync()));
        var items = (await services.CatalogItems(resource.Id)).ConvertAll(i => i.Id);
        Assert.True((await services.With<EditNegative, Result<Done>>(e => e.Run(next, 1, Banned with { ItemIds = items }, Liaison(unit), default))).Ok);
        await services.Walk(next, unit);
        Assert.Equal(NegativeState.InForce, (await services.Negative(old)).State);
        Assert.True((await services.Decide(Agree, next)).Ok);
        Assert.Equal((NegativeState.Removed, NegativeState.InForce), ((await services.Negative(old)).State, (await services.Negative(next)).State));
        Assert.Equal(1, await services.With<Store, int>(s => s.Set<AuditEvent>().CountAsync(e => e.Action == "lists.negative.removed" && e.SubjectId == old)));
        await services.Generate();
        Assert.DoesNotContain(await services.Findings(), f => f.Code is "N01" or "R03");
        Assert.True((await Review(services, next, Liaison(unit))).Ok);
    }

    [Theory, Engines]
    public async Task An_entry_is_not_removed_while_it_is_under_review_again_and_generation_goes_on_afterwards(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var resource = await services.Publish(unit, "企业生产经营", ShareProperty.Unconditional, true, "企业名称/NotShared");
        await services.Generate();
        var old = (await services.With<Store, List<Negative>>(s => s.Set<Negative>().ToListAsync())).Single();
        var items = (await services.CatalogItems(resource.Id)).ConvertAll(i => i.Id);
        Assert.Equal("lists.negative.items.unknown", await Fault(services.With<EditNegative, Result<Done>>(e => e.Run(old.Id, old.Edit, Banned with { ItemIds = [items[0], 77] }, Liaison(unit), default))));
        Assert.True((await services.With<EditNegative, Result<Done>>(e => e.Run(old.Id, old.Edit, Banned with { ItemIds = items }, Liaison(unit), default))).Ok);
        await services.Walk(old.Id, unit);
        Assert.True((await services.Decide(Agree, old.Id)).Ok);
        var next = (await Review(services, old.Id, Liaison(unit))).Value;
        Assert.Equal("lists.negative.remove.in-review", await Fault(Remove(services, old.Id)));
        Assert.True((await services.With<DropNegative, Result<Done>>(d => d.Run(next, "不用改了", Liaison(unit), default))).Ok);
        Assert.True((await Remove(services, old.Id)).Ok);
        await services.Generate();
        await services.Generate();
        Assert.Single(await services.With<Store, List<Negative>>(s => s.Set<Negative>().Where(n => n.State == NegativeState.Candidate).ToListAsync()));
    }

    private static Task<Result<Done>> Remove(TestServices services, long id) => services.With<DropNegative, Result<Done>>(d => d.Run(id, "依据已废止", Authority, default));

    [Theory, Engines]
    public async Task A_review_given_up_leaves_the_entry_in_force_and_can_be_begun_again(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var old = await services.Signed(unit);
        await services.Decide(Agree, old);
        var next = (await Review(services, old, Liaison(unit))).Value;
        Assert.Equal(3, (await services.NegativeItems(next)).Count);
        Assert.True((await services.With<DropNegative, Result<Done>>(d => d.Run(next, "不用改了", Liaison(unit), default))).Ok);
        Assert.Equal(NegativeState.InForce, (await services.Negative(old)).State);
        Assert.True((await Review(services, old, Liaison(unit))).Ok);
        Assert.Equal("lists.negative.not-found", await Fault(Review(services, old, Liaison(unit + 1))));
        Assert.Equal("lists.negative.not-yours", await Fault(Review(services, old, Person(unit, Roles.Legal))));
    }

    [Theory, Engines]
    public async Task A_due_review_waits_for_the_liaison_until_it_is_begun(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var id = await services.Signed(unit);
        await services.Decide(Agree, id);
        Assert.Empty(await Todos(services, Liaison(unit)));
        services.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal("定期复核", Assert.Single(await Todos(services, Liaison(unit))).Step);
        await Review(services, id, Liaison(unit));
        Assert.Equal("拟列入", Assert.Single(await Todos(services, Liaison(unit))).Step);
    }

    [Theory]
    [Engines("Unknown")]
    [Engines("Amended")]
    public async Task A_basis_not_known_to_be_in_force_is_listed_only_when_the_authority_states_that_it_is(Engine engine, string state)
    {
        await using var services = await TestServices.Create(engine);
        var id = await services.Signed(await services.Unit("示例市统计局"), Banned with { BasisState = state });
        Assert.Equal("lists.negative.basis.unverified", await Fault(services.Decide(Agree, id)));
        Assert.True((await services.Decide(Agree with { InEffect = true }, id)).Ok);
        Assert.Equal((NegativeState.InForce, BasisState.InEffect), (await services.Negative(id)) is var row ? (row.State, row.BasisState) : default);
        Assert.Contains("inEffect", (await services.With<Store, AuditEvent>(s => s.Set<AuditEvent>().SingleAsync(e => e.Action == "lists.negative.listed"))).After!);
    }

    [Theory, Engines]
    public async Task Of_two_people_beginning_a_review_at_once_one_is_told(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var old = await services.Signed(unit);
        await services.Decide(Agree, old);
        var both = await Task.WhenAll(Review(services, old, Liaison(unit)), Review(services, old, Liaison(unit)));
        Assert.Single(both, r => r.Ok);
    }

    private static Task<Result<long>> Review(TestServices services, long id, Actor actor) => services.With<ReviewAgain, Result<long>>(r => r.Run(id, actor, default));

    private static async Task<IReadOnlyList<Todo>> Todos(TestServices services, Actor actor) => await services.With<IEnumerable<ITodoSource>, IReadOnlyList<Todo>>(s => s.Single(t => t.Kind == "负面清单").For(actor, 20, default));
}
