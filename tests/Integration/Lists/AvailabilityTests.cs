using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Availability;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;
using Verdict = Qingdan.Lists.Availability.Verdict;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Whether a unit may use an item today, by which entry and clause.</summary>
public sealed class AvailabilityTests
{
    [Theory, Engines]
    public async Task The_answer_names_the_entry_and_the_clause(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市统计局", "00999011"), await services.Unit("示例市税务局"));
        var resource = await services.Publish(unit, "企业生产经营", ShareProperty.Conditional, true, "企业名称", "街镇", "行业/Unconditional");
        Assert.All((await Ask(services, resource.Id, other)).Items, i => Assert.Equal((Verdict.Unlisted, ""), (i.Verdict, i.EntryAddress)));
        await services.Generate();
        Assert.All((await Ask(services, resource.Id, other)).Items, i => Assert.Equal(Verdict.Proposed, i.Verdict));
        await services.Confirm(new EntryChoice(null, Candidates), Centre);
        var entry = (await services.Entries()).Single();
        var items = await services.CatalogItems(resource.Id);
        await services.Decide(new NegativeRuling(NegativeAct.Agree, ""), await services.Signed(unit, Banned with { ResourceId = resource.Id, ItemIds = [items[1].Id] }));
        var answer = await Ask(services, resource.Id, other);
        Assert.Equal([Verdict.OnConsent, Verdict.Forbidden, Verdict.Direct], answer.Items.Select(i => i.Verdict));
        Assert.Equal((entry.Number, $"/lists/responsibilities/{entry.Id}"), (answer.Items[0].Entry, answer.Items[0].EntryAddress));
        Assert.Equal(("《示例法》第五条", "汇总"), (answer.Items[1].Clause, answer.Items[1].Alternatives));
        Assert.StartsWith("FM-", answer.Items[1].Entry, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task What_was_granted_may_be_used_for_its_purpose_only(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var (unit, resource, item, purpose) = await services.With<Store, (long, long, long, string)>(async s =>
            await (from c in s.Set<Case>() where CaseFlow.Usable.Contains(c.State)
                join i in s.Set<DemandItem>() on c.Id equals i.DemandId
                join a in s.Set<CaseAnswer>() on i.Id equals a.ItemId
                join d in s.Set<Demand>() on c.Id equals d.Id
                where i.ItemId != 0 && a.Verdict == Qingdan.Workflow.Cases.Verdict.Agree
                select new ValueTuple<long, long, long, string>(c.UnitId, i.ResourceId, i.ItemId, d.Purpose)).FirstAsync());
        var granted = (await Ask(services, resource, unit, purpose)).Items.Single(i => i.ItemId == item);
        Assert.Equal(Verdict.Granted, granted.Verdict);
        Assert.NotEqual(0, granted.CaseId);
        Assert.Equal(Verdict.OtherPurpose, (await Ask(services, resource, unit, "别的用途")).Items.Single(i => i.ItemId == item).Verdict);
    }

    [Theory, Engines]
    public async Task All_faults_are_told_and_others_are_not_asked_for(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市统计局"), await services.Unit("示例市税务局"));
        var refused = await services.With<AskAvailability, Result<AvailabilityView>>(a => a.Run("不存在", 0, other, new string('长', 201), Liaison(unit), default));
        Assert.Equal(["lists.availability.purpose.too-long", "lists.availability.unit.foreign", "lists.availability.resource.unknown"], refused.Faults.Select(f => f.Code));
    }

    private static async Task<AvailabilityView> Ask(TestServices services, long resource, long unit, string purpose = "") =>
        (await services.With<AskAvailability, Result<AvailabilityView>>(a => a.Run($"{resource}", 0, unit, purpose, new Actor(11, "联络员", unit, "单位", new HashSet<string> { Roles.Liaison }), default))).Value;
}
