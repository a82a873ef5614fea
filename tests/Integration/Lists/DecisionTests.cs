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
using static Qingdan.Tests.Integration.Lists.ListsWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Confirming, refusing and undoing candidates and changes.</summary>
public sealed class DecisionTests
{
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

        var done = await services.Confirm(new EntryChoice(null, Candidates), Liaison(unit));
        Assert.Equal((2, 1), (done.Value.Count, done.Value.Left));
        var inForce = (await services.Entries()).Where(e => e.State == EntryState.InForce).ToList();
        Assert.Equal(["ZR-009990118-000001", "ZR-009990118-000002"], inForce.Select(e => Masked(e.Number!)).Order());
        Assert.All(inForce, e => Assert.True(e.ShareStated && e.DecidedBy == "联络员" && e.DecisionId == done.Value.DecisionId));
        Assert.DoesNotContain(await services.Findings(), f => f.Code == "S02");
        Assert.Equal(1, await services.With<Store, int>(s => s.Set<AuditEvent>().CountAsync(e => e.Action == "lists.responsibility.confirmed")));

        Assert.Equal(2, (await services.Undo(done.Value.DecisionId, Liaison(unit))).Value);
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
        Assert.Equal(0, (await services.Confirm(new EntryChoice(null, Candidates with { Words = ["企业", "XA"] }), Centre)).Faults.Count(f => f.Code != "lists.entry.none-chosen"));
        Assert.Equal(1, (await services.Confirm(new EntryChoice(null, Candidates with { Words = ["登记_a"], Basis = EntryFilter.Inferred, Unit = unit }), Centre)).Value.Count);
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
        Actor[] strangers = [Liaison(other), Liaison(unit) with { Roles = new HashSet<string> { Roles.Auditor } }];
        foreach (var stranger in strangers)
            foreach (var choice in new[] { new EntryChoice([id], Candidates), new EntryChoice(null, Candidates) })
            {
                Assert.Equal("lists.entry.none-chosen", (await services.Confirm(choice, stranger)).Faults.Single().Code);
                Assert.Equal("lists.entry.none-chosen", (await services.Reject(choice, "不是我们的", stranger)).Faults.Single().Code);
            }
        Assert.Equal(1, (await services.Confirm(new EntryChoice([id], Candidates), Liaison(unit))).Value.Count);
    }

    [Theory, Engines]
    public async Task Undetermined_rows_alone_are_refused_with_the_reason(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        await services.Publish(unit, "企业登记", null, false, "名称");
        await services.Generate();
        Assert.Equal("lists.entry.undetermined", (await services.Confirm(new EntryChoice(null, Candidates), Centre)).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task A_refusal_needs_a_reason_and_is_not_proposed_again_until_the_catalogue_says_something_else(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        var resource = await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        var choice = new EntryChoice(null, Candidates);
        Assert.Equal("lists.entry.reason.required", (await services.Reject(choice, " ", Centre)).Faults.Single().Code);
        Assert.True((await services.Reject(choice, "重复", Centre)).Ok);
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
        var done = await services.Confirm(new EntryChoice(null, Candidates), Liaison(unit));
        Assert.Equal("decision.not-found", (await services.Undo(done.Value.DecisionId, Liaison(other) with { PersonId = 99 })).Faults.Single().Code);
        services.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("decision.too-late", (await services.Undo(done.Value.DecisionId, Liaison(unit))).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task A_unit_without_code_gets_its_numbers_when_it_has_one(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        await services.Confirm(new EntryChoice(null, Candidates), Centre);
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
        var (unit, resource) = await services.InForce();
        await services.Change(resource, r => (r.Name, r.Share, r.ShareCondition) = ("企业登记信息", ShareProperty.Conditional, "限行政审批"));
        await services.Generate();
        var done = await services.ConfirmChanges(Liaison(unit));
        Assert.Equal(1, done.Value.Count);
        var entry = Assert.Single(await services.Entries());
        Assert.Equal(("企业登记信息", ShareProperty.Conditional, EntryState.InForce), (entry.Name, entry.Share, entry.State));
        var settled = await services.Generate();
        Assert.Equal((0, 0), (settled.Changes, settled.Candidates));
        Assert.Equal(1, (await services.Undo(done.Value.DecisionId, Liaison(unit))).Value);
        Assert.Equal(("企业登记", ShareProperty.Unconditional), Assert.Single(await services.Entries()) is var back ? (back.Name, back.Share) : default);
        Assert.Equal(1, (await services.Generate()).Changes);
    }

    [Theory, Engines]
    public async Task A_confirmed_removal_takes_the_row_off_the_list_and_undoing_puts_it_back(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        await services.Change(resource, r => r.State = ResourceState.Withdrawn);
        await services.Generate();
        var done = await services.ConfirmChanges();
        Assert.Equal(EntryState.Removed, Assert.Single(await services.Entries()).State);
        Assert.True((await services.Undo(done.Value.DecisionId, Centre)).Ok);
        Assert.Equal(EntryState.InForce, Assert.Single(await services.Entries()).State);
    }

    [Theory, Engines]
    public async Task A_change_that_leaves_the_share_property_undetermined_cannot_be_confirmed_and_a_refused_one_stays_refused(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        await services.Change(resource, r => (r.Share, r.ShareStated) = (null, false));
        await services.Generate();
        Assert.Equal("lists.change.undetermined", (await services.ConfirmChanges(Liaison(unit))).Faults.Single().Code);
        Assert.True((await services.With<DecideChanges, Result<Decided>>(d => d.Reject(null, "以原件为准", Liaison(unit), default))).Ok);
        Assert.Equal(0, (await services.Generate()).Changes);
    }

    // The check digit of the code is not what is tested here.
    private static string Masked(string number) => string.Concat(number.AsSpan(0, 11), "8", number.AsSpan(12));
}
