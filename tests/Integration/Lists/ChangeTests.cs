using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Changes one after the other, and by two people at once.</summary>
public sealed class ChangeTests
{
    [Theory, Engines]
    public async Task An_open_change_gives_way_when_the_catalogue_says_again_what_was_refused(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (_, resource) = await services.InForce();
        await Renamed(services, resource, "企业登记信息");
        Assert.True((await services.With<DecideChanges, Result<Decided>>(d => d.Reject(null, "以原名为准", Centre, default))).Ok);
        await Renamed(services, resource, "企业登记总表");
        Assert.Contains(await services.Changes(), c => c.State == EntryChangeState.Open);
        await Renamed(services, resource, "企业登记信息");
        Assert.DoesNotContain(await services.Changes(), c => c.State == EntryChangeState.Open);
    }

    [Theory, Engines]
    public async Task A_removal_refused_once_is_proposed_again_when_the_resource_goes_again(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (_, resource) = await services.InForce();
        await Became(services, resource, ResourceState.Withdrawn);
        Assert.True((await services.With<DecideChanges, Result<Decided>>(d => d.Reject(null, "服务还在用", Centre, default))).Ok);
        await Became(services, resource, ResourceState.Withdrawn);
        Assert.DoesNotContain(await services.Changes(), c => c.State == EntryChangeState.Open);
        await Became(services, resource, ResourceState.Published);
        await Became(services, resource, ResourceState.Withdrawn);
        Assert.Contains(await services.Changes(), c => c is { State: EntryChangeState.Open, Kind: EntryChangeKind.Remove });
    }

    private static async Task Became(TestServices services, long resource, ResourceState state)
    {
        await services.Change(resource, r => r.State = state);
        await services.Generate();
    }

    [Theory, Engines]
    public async Task What_was_decided_last_is_undone_first_and_each_undoing_brings_back_who_decided_before(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        var before = Assert.Single(await services.Entries());
        await Renamed(services, resource, "企业登记信息");
        var first = (await services.ConfirmChanges(Centre)).Value.DecisionId;
        await Renamed(services, resource, "企业登记总表");
        var second = (await services.ConfirmChanges(Centre with { Name = "第二个人" })).Value.DecisionId;

        Assert.Equal("decision.moved-on", await Fault(services.Undo(first, Centre)));
        Assert.Equal(("企业登记总表", "第二个人", second), Said(await services.Entries()));
        Assert.Equal(1, (await services.Undo(second, Centre)).Value);
        Assert.Equal(("企业登记信息", Centre.Name, first), Said(await services.Entries()));
        Assert.Equal(1, (await services.Undo(first, Centre)).Value);
        Assert.Equal((before.Name, before.DecidedBy, before.DecisionId), Said(await services.Entries()));
        Assert.Equal(before.DecidedAt, Assert.Single(await services.Entries()).DecidedAt);
    }

    [Theory, Engines]
    public async Task A_confirmation_is_not_undone_under_a_later_change(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (_, resource) = await services.InForce();
        var confirmed = Assert.Single(await services.Entries()).DecisionId;
        await Renamed(services, resource, "企业登记信息");
        Assert.True((await services.ConfirmChanges()).Ok);
        Assert.Equal("decision.moved-on", await Fault(services.Undo(confirmed, Centre)));
        Assert.Equal(EntryState.InForce, Assert.Single(await services.Entries()).State);
    }

    [Theory, Engines]
    public async Task Only_the_rows_that_nothing_came_upon_are_put_back_and_counted(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource) = await services.InForce();
        var other = await services.Publish(unit, "企业年报", ShareProperty.Unconditional, true, "年度");
        await services.Generate();
        await services.Confirm(new EntryChoice(null, Candidates), Centre);
        await services.Change(other.Id, r => r.Name = "企业年度报告");
        await Renamed(services, resource, "企业登记信息");
        var both = (await services.ConfirmChanges()).Value;
        Assert.Equal(2, both.Count);
        await Renamed(services, resource, "企业登记总表");
        await services.ConfirmChanges();
        Assert.Equal(1, (await services.Undo(both.DecisionId, Centre)).Value);
        Assert.Equal(["企业年报", "企业登记总表"], (await services.Entries()).Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Theory, Engines]
    public async Task Of_two_people_deciding_one_change_at_once_one_is_told(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (_, resource) = await services.InForce();
        await Renamed(services, resource, "企业登记信息");
        var decided = await Task.WhenAll(services.ConfirmChanges(), services.ConfirmChanges(), services.With<DecideChanges, Result<Decided>>(d => d.Reject(null, "以原名为准", Centre, default)));
        Assert.Equal(1, decided.Where(d => d.Ok).Sum(d => d.Value.Count));
        Assert.All(decided.Where(d => !d.Ok), d => Assert.Equal("lists.entry.none-chosen", d.Faults.Single().Code));
        Assert.NotEqual(EntryChangeState.Open, Assert.Single(await services.Changes()).State);
    }

    [Theory, Engines]
    public async Task An_undone_removal_stands_in_the_list_as_before(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (_, resource) = await services.InForce();
        var before = Assert.Single(await services.Entries());
        await services.Change(resource, r => r.State = ResourceState.Withdrawn);
        await services.Generate();
        var removed = (await services.ConfirmChanges()).Value.DecisionId;
        Assert.Equal(1, (await services.Undo(removed, Centre)).Value);
        var back = Assert.Single(await services.Entries());
        Assert.Equal((EntryState.InForce, before.DecisionId, before.DecidedAt), (back.State, back.DecisionId, back.DecidedAt));
    }

    private static async Task Renamed(TestServices services, long resource, string name)
    {
        await services.Change(resource, r => r.Name = name);
        await services.Generate();
    }

    private static (string, string, long) Said(List<Entry> entries) => Assert.Single(entries) is var e ? (e.Name, e.DecidedBy, e.DecisionId) : default;
}
