using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Responsibilities;
using Qingdan.Lists.Responsibilities.Rules;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Changes that people ask for, and rules by which others are confirmed.</summary>
public sealed class ProposedChangeTests
{
    private const string Basis = "示例市数据管理办法第十条";

    [Theory, Engines]
    public async Task A_unit_asks_for_a_suspension_and_the_city_decides_and_undoes(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, _) = await services.InForce();
        var id = (await services.Entries()).Single().Id;
        Assert.True((await Propose(services, id, "Suspend", unit)).Ok);
        Assert.Equal("lists.change.open", await Fault(Propose(services, id, "Remove", unit)));
        Assert.Equal("lists.entry.none-chosen", await Fault(services.ConfirmChanges(Liaison(unit))));
        var confirmed = (await services.ConfirmChanges()).Value;
        Assert.Equal(EntryState.Suspended, (await services.Entries()).Single().State);
        Assert.Equal(0, await Lines(services));
        await services.Generate();
        Assert.Equal(EntryState.Suspended, Assert.Single(await services.Entries()).State);
        Assert.Equal(1, (await services.Undo(confirmed.DecisionId, Centre)).Value);
        Assert.Equal((EntryState.InForce, 1), ((await services.Entries()).Single().State, await Lines(services)));
    }

    [Theory, Engines]
    public async Task Undoing_a_decision_opens_what_was_asked_for_again_as_it_was(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        var id = (await services.Entries()).Single().Id;
        await Propose(services, id, "Suspend", unit);
        foreach (var confirms in new[] { true, false })
        {
            var decided = confirms ? await services.ConfirmChanges() : await Refuse(services);
            // What the catalogue says meanwhile waits until what was asked for is decided.
            await services.Change(resource, r => r.SystemName += "二期");
            await services.Generate();
            Assert.Equal(1, (await services.Undo(decided.Value.DecisionId, Centre)).Value);
            var change = Assert.Single(await services.Changes());
            Assert.Equal((EntryChangeState.Open, EntryChangeKind.Suspend, "联络员", Basis, 0L, "", null), (change.State, change.Kind, change.ProposedBy, change.Anchor, change.DecisionId, change.DecidedBy, change.DecidedAt));
            Assert.Equal(EntryState.InForce, (await services.Entries()).Single().State);
        }
        Assert.Equal(1, (await services.ConfirmChanges()).Value.Count);
        Assert.Equal(EntryState.Suspended, (await services.Entries()).Single().State);
    }

    [Theory, Engines]
    public async Task A_decision_stays_while_something_else_is_asked_of_its_row(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, _) = await services.InForce();
        var id = (await services.Entries()).Single().Id;
        await Propose(services, id, "Suspend", unit);
        var refused = (await Refuse(services)).Value;
        var later = (await Propose(services, id, "Remove", unit)).Value;
        Assert.Equal("decision.moved-on", await Fault(services.Undo(refused.DecisionId, Centre)));
        await services.With<ProposeChange, Result<Done>>(p => p.TakeBack(later, Liaison(unit), default));
        Assert.Equal(1, (await services.Undo(refused.DecisionId, Centre)).Value);
        Assert.Equal(EntryChangeKind.Suspend, Assert.Single(await services.Changes()).Kind);
    }

    [Theory, Engines]
    public async Task What_is_resumed_is_in_force_again_unless_it_is_forbidden_by_now(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce("名称", "电话");
        var id = (await services.Entries()).Single().Id;
        await Propose(services, id, "Suspend", unit);
        await services.ConfirmChanges();
        await Propose(services, id, "Resume", unit);
        var phone = (await services.CatalogItems(resource))[1].Id;
        await services.Decide(new Qingdan.Lists.Negatives.NegativeRuling(Qingdan.Lists.Negatives.NegativeAct.Agree, ""), await services.Signed(unit, Banned with { ResourceId = resource, ItemIds = [phone] }));
        Assert.Equal("lists.change.forbidden", await Fault(services.ConfirmChanges()));
        await services.With<Qingdan.Lists.Negatives.DropNegative, Result<Done>>(async d => await d.Run((await services.With<Store, long>(s => s.Set<Qingdan.Lists.Negatives.Negative>().Select(n => n.Id).SingleAsync())), "依据废止", Authority, default));
        Assert.Equal(1, (await services.ConfirmChanges()).Value.Count);
        Assert.Equal(EntryState.InForce, (await services.Entries()).Single().State);
    }

    [Theory, Engines]
    public async Task All_that_is_missing_is_told_at_once_and_a_proposal_is_taken_back(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, _) = await services.InForce();
        var id = (await services.Entries()).Single().Id;
        var refused = await services.With<ProposeChange, Result<long>>(p => p.Run(id, "Resume", "", "", Liaison(unit), default));
        Assert.Equal(["kind", "reason", "anchor"], refused.Faults.Select(f => f.Field));
        Assert.Equal("lists.entry.not-found", await Fault(Propose(services, id, "Suspend", await services.Unit("示例市税务局"))));
        var change = (await Propose(services, id, "Remove", unit)).Value;
        Assert.True((await services.With<ProposeChange, Result<Done>>(p => p.TakeBack(change, Liaison(unit), default))).Ok);
        Assert.Empty(await services.Changes());
    }

    [Theory, Engines]
    public async Task An_ended_term_proposes_the_removal_once(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider) = (await services.Unit("示例市税务局"), await services.Unit("示例市气象局", "00999033"));
        var demand = await services.Drafted(unit);
        await services.Submit(demand, unit, DemandWorld.Sheet);
        await services.Check(demand);
        await services.With<DesignateProvider, Result<Done>>(d => d.Run(demand, "示例市气象局", Centre, default));
        await services.Generate();
        await services.With<Store>(s => s.Execute("UPDATE lists_entries SET share = 'Conditional', share_stated = TRUE", default));
        await services.Confirm(new EntryChoice(null, Candidates), Liaison(provider));
        await services.With<EndedTerms>(e => e.Run(default));
        Assert.Empty(await services.Changes());
        services.Clock.Advance(TimeSpan.FromDays(900));
        foreach (var _ in new[] { 1, 2 }) await services.With<EndedTerms>(e => e.Run(default));
        Assert.Equal((EntryChangeKind.Remove, "系统"), (await services.Changes()).Select(c => (c.Kind, c.ProposedBy)).Single());
        await services.Generate();
        Assert.Equal(EntryChangeState.Open, (await services.Changes()).Single().State);
        await Refuse(services);
        await services.With<EndedTerms>(e => e.Run(default));
        Assert.Equal(EntryChangeState.Rejected, (await services.Changes()).Single().State);
    }

    private static Task<Result<long>> Propose(TestServices services, long id, string kind, long unit) => services.With<ProposeChange, Result<long>>(p => p.Run(id, kind, "系统改造，暂不能提供", Basis, Liaison(unit), default));

    private static Task<Result<Decided>> Refuse(TestServices services) => services.With<DecideChanges, Result<Decided>>(d => d.Reject(null, "继续提供", Centre, default));

    private static async Task<long> Lines(TestServices services)
    {
        Assert.Equal(0, await services.With<LineBook, long>(b => b.Gaps(default)));
        return await services.With<Store, long>(async s => (await s.Query("SELECT count(*) FROM records_lines WHERE to_at IS NULL", r => r.GetInt64(0), default))[0]);
    }
}
