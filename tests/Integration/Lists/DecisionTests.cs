using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Confirming, refusing and undoing candidates and changes.</summary>
public sealed class DecisionTests
{
    private static readonly EntryFilter Candidates = new(EntryState.Candidate, []);

    [Theory, Engines]
    public async Task All_candidates_of_a_filter_are_confirmed_numbered_and_stated_and_can_be_undone(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局", "00999011");
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, false, "名称");
        await services.Publish(unit, "企业年报", ShareProperty.Conditional, true, "名称");
        await services.Publish(unit, "企业用电", null, false, "名称");
        await services.Generate();
        Assert.Contains(await services.Findings(), f => f.Code == "S02");

        var done = await Confirm(services, new EntryChoice(null, Candidates), ListsWorld.Liaison(unit));
        Assert.Equal((2, 1), (done.Value.Count, done.Value.Left));
        var inForce = (await services.Entries()).Where(e => e.State == EntryState.InForce).ToList();
        Assert.Equal(["ZR-009990118-000001", "ZR-009990118-000002"], inForce.Select(e => Masked(e.Number!)).Order());
        Assert.All(inForce, e => Assert.True(e.ShareStated && e.DecidedBy == "联络员" && e.DecisionId == done.Value.DecisionId));
        Assert.DoesNotContain(await services.Findings(), f => f.Code == "S02");
        Assert.Equal(1, await services.With<Store, int>(s => s.Set<AuditEvent>().CountAsync(e => e.Action == "lists.responsibility.confirmed")));

        Assert.Equal(2, (await Undo(services, done.Value.DecisionId, ListsWorld.Liaison(unit))).Value);
        Assert.All(await services.Entries(), e => Assert.Equal(EntryState.Candidate, e.State));
        Assert.False((await services.Entries()).Single(e => e.Name == "企业登记").ShareStated);
    }

    [Theory, Engines]
    public async Task A_filter_narrows_what_is_confirmed(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局", "00999011");
        await services.Publish(unit, "企业登记_A", ShareProperty.Unconditional, false, "名称");
        await services.Publish(unit, "企业年报", ShareProperty.Conditional, true, "名称");
        await services.Generate();
        Assert.Equal(0, (await Confirm(services, new EntryChoice(null, Candidates with { Words = ["企业", "XA"] }), ListsWorld.Centre)).Faults.Count(f => f.Code != "lists.entry.none-chosen"));
        Assert.Equal(1, (await Confirm(services, new EntryChoice(null, Candidates with { Words = ["登记_a"], Basis = EntryFilter.Inferred, Unit = unit }), ListsWorld.Centre)).Value.Count);
        Assert.Equal("企业登记_A", (await services.Entries()).Single(e => e.State == EntryState.InForce).Name);
    }

    [Theory, Engines]
    public async Task Nobody_confirms_rows_of_another_unit_and_an_auditor_none(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市经济局"), await services.Unit("示例市民政局"));
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        var id = (await services.Entries())[0].Id;
        Actor[] strangers = [ListsWorld.Liaison(other), ListsWorld.Liaison(unit) with { Roles = new HashSet<string> { Roles.Auditor } }];
        foreach (var stranger in strangers)
            foreach (var choice in new[] { new EntryChoice([id], Candidates), new EntryChoice(null, Candidates) })
            {
                Assert.Equal("lists.entry.none-chosen", (await Confirm(services, choice, stranger)).Faults.Single().Code);
                Assert.Equal("lists.entry.none-chosen", (await Reject(services, choice, "不是我们的", stranger)).Faults.Single().Code);
            }
        Assert.Equal(1, (await Confirm(services, new EntryChoice([id], Candidates), ListsWorld.Liaison(unit))).Value.Count);
    }

    [Theory, Engines]
    public async Task Undetermined_rows_alone_are_refused_with_the_reason(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        await services.Publish(unit, "企业登记", null, false, "名称");
        await services.Generate();
        Assert.Equal("lists.entry.undetermined", (await Confirm(services, new EntryChoice(null, Candidates), ListsWorld.Centre)).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task A_refusal_needs_a_reason_and_is_not_proposed_again_until_the_catalogue_says_something_else(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        var resource = await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        var choice = new EntryChoice(null, Candidates);
        Assert.Equal("lists.entry.reason.required", (await Reject(services, choice, " ", ListsWorld.Centre)).Faults.Single().Code);
        Assert.True((await Reject(services, choice, "重复", ListsWorld.Centre)).Ok);
        Assert.Equal(0, (await services.Generate()).Candidates);
        await services.Change(resource.Id, r => r.Name = "企业登记信息");
        Assert.Equal(1, (await services.Generate()).Candidates);
        Assert.Equal(EntryState.Candidate, Assert.Single(await services.Entries()).State);
    }

    [Theory, Engines]
    public async Task A_decision_of_yesterday_and_one_of_another_unit_cannot_be_undone(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市经济局"), await services.Unit("示例市民政局"));
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        var done = await Confirm(services, new EntryChoice(null, Candidates), ListsWorld.Liaison(unit));
        Assert.Equal("decision.not-found", (await Undo(services, done.Value.DecisionId, ListsWorld.Liaison(other) with { PersonId = 99 })).Faults.Single().Code);
        services.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("decision.too-late", (await Undo(services, done.Value.DecisionId, ListsWorld.Liaison(unit))).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task A_unit_without_code_gets_its_numbers_when_it_has_one(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        await Confirm(services, new EntryChoice(null, Candidates), ListsWorld.Centre);
        Assert.Null(Assert.Single(await services.Entries()).Number);
        await services.With<Store>(s => s.Execute("UPDATE organizations_units SET code = '009990118', version = version + 1", default));
        services.Clock.Advance(TimeSpan.FromMinutes(1));
        await services.Generate();
        Assert.Equal("ZR-009990118-000001", Assert.Single(await services.Entries()).Number);
    }

    [Theory, Engines]
    public async Task A_confirmed_change_is_applied_and_undone_as_one(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await InForce(services);
        await services.Change(resource, r => (r.Name, r.Share, r.ShareCondition) = ("企业登记信息", ShareProperty.Conditional, "限行政审批"));
        await services.Generate();
        var done = await services.With<DecideChanges, Result<Decided>>(d => d.Confirm(null, ListsWorld.Liaison(unit), default));
        Assert.Equal(1, done.Value.Count);
        var entry = Assert.Single(await services.Entries());
        Assert.Equal(("企业登记信息", ShareProperty.Conditional, EntryState.InForce), (entry.Name, entry.Share, entry.State));
        var settled = await services.Generate();
        Assert.Equal((0, 0), (settled.Changes, settled.Candidates));
        Assert.Equal(1, (await Undo(services, done.Value.DecisionId, ListsWorld.Liaison(unit))).Value);
        Assert.Equal(("企业登记", ShareProperty.Unconditional), Assert.Single(await services.Entries()) is var back ? (back.Name, back.Share) : default);
        Assert.Equal(1, (await services.Generate()).Changes);
    }

    [Theory, Engines]
    public async Task A_confirmed_removal_takes_the_row_off_the_list_and_undoing_puts_it_back(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await InForce(services);
        await services.Change(resource, r => r.State = ResourceState.Withdrawn);
        await services.Generate();
        var done = await services.With<DecideChanges, Result<Decided>>(d => d.Confirm(null, ListsWorld.Centre, default));
        Assert.Equal(EntryState.Removed, Assert.Single(await services.Entries()).State);
        Assert.True((await Undo(services, done.Value.DecisionId, ListsWorld.Centre)).Ok);
        Assert.Equal(EntryState.InForce, Assert.Single(await services.Entries()).State);
    }

    [Theory, Engines]
    public async Task A_change_that_leaves_the_share_property_undetermined_cannot_be_confirmed_and_a_refused_one_stays_refused(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await InForce(services);
        await services.Change(resource, r => (r.Share, r.ShareStated) = (null, false));
        await services.Generate();
        Assert.Equal("lists.change.undetermined", (await services.With<DecideChanges, Result<Decided>>(d => d.Confirm(null, ListsWorld.Liaison(unit), default))).Faults.Single().Code);
        Assert.True((await services.With<DecideChanges, Result<Decided>>(d => d.Reject(null, "以原件为准", ListsWorld.Liaison(unit), default))).Ok);
        Assert.Equal(0, (await services.Generate()).Changes);
    }

    private static async Task<(long Unit, long Resource)> InForce(TestServices services)
    {
        var unit = await services.Unit("示例市经济局", "00999011");
        var resource = await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        await Confirm(services, new EntryChoice(null, Candidates), ListsWorld.Centre);
        return (unit, resource.Id);
    }

    // The check digit of the code is not what is tested here.
    private static string Masked(string number) => string.Concat(number.AsSpan(0, 11), "8", number.AsSpan(12));

    private static Task<Result<Decided>> Confirm(TestServices services, EntryChoice choice, Actor actor) => services.With<ConfirmCandidates, Result<Decided>>(c => c.Run(choice, actor, default));

    private static Task<Result<Decided>> Reject(TestServices services, EntryChoice choice, string why, Actor actor) => services.With<RejectCandidates, Result<Decided>>(c => c.Run(choice, why, actor, default));

    private static Task<Result<long>> Undo(TestServices services, long decision, Actor actor) => services.With<UndoDecision, Result<long>>(u => u.Run(decision, actor, default));
}
