using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Impacts;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Workflow;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>影响分析: what a change would hit, kept, with nothing changed.</summary>
public sealed class ImpactTests
{
    [Theory, Engines]
    public async Task Moving_items_to_the_negative_list_hits_grants_cases_demands_and_duties_and_changes_nothing(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, first, second, third) = (await services.Unit("示例市民政局", "00999011"), await services.Unit("示例市住建委", "00999047"), await services.Unit("示例市公安局", "00999020"), await services.Unit("示例市教委", "00999030"));
        var resource = await services.Publish(unit, "婚姻登记", ShareProperty.Conditional, true, "编号", "姓名");
        await services.Generate();
        Assert.True((await services.Confirm(These([.. (await services.Entries()).Select(e => e.Id)]), Liaison(unit))).Ok);
        var items = (await services.CatalogItems(resource.Id)).ConvertAll(i => i.Id);
        var used = CaseWorld.Of(services, first, unit, await Demand(services, first, resource.Id, items[0]));
        _ = (await services.Check(used.Id)).Value;
        await used.Use();
        var asked = await Demand(services, second, resource.Id, items[0]);
        var other = await Demand(services, third, resource.Id, items[1]);
        _ = (await services.Check(asked)).Value;
        var before = await Stamp(services);

        var id = (await Analyse(services, new(nameof(ImpactKind.ToNegative), resource.Id, [items[0]]))).Value;
        var view = (await One(services, id, Authority)).Value;
        Assert.Equal(
            [(ImpactGroup.Grant, used.Id), (ImpactGroup.Case, asked), (ImpactGroup.Responsibility, (await services.Entries())[0].Id)],
            view.Content.Hits.OrderBy(h => h.Group).Select(h => (h.Group, h.Id)));
        Assert.DoesNotContain(view.Content.Hits, h => h.Id == other);
        Assert.Equal(("移出这些数据项，其余保留", "编号"), view.Content.Hits.Single(h => h.Group == ImpactGroup.Responsibility) is var duty ? (duty.What, duty.Items.Single()) : default);
        Assert.Equal([1, 1, 1], view.Units.Select(u => u.Counts.Values.Sum()));
        Assert.Equal(("YX-2026-000001", "列入负面清单", 3, "婚姻登记"), (view.Line.Number, view.Line.Kind, view.Line.Hits, view.Line.Subject));
        Assert.Equal(before, await Stamp(services));

        // The whole resource takes the third along, which waits for its check; a unit sees what it may see.
        var whole = (await One(services, (await Analyse(services, new(nameof(ImpactKind.ChangeShare), resource.Id, [], "NotShared"))).Value, Authority)).Value;
        Assert.Contains(whole.Content.Hits, h => h.Id == other);
        Assert.Equal("整条移出责任清单", whole.Content.Hits.Single(h => h.Group == ImpactGroup.Responsibility).What);
        var own = (await One(services, (await Analyse(services, new(nameof(ImpactKind.ChangeShare), resource.Id, [], "Unconditional"), Liaison(unit))).Value, Liaison(unit))).Value;
        Assert.DoesNotContain(own.Content.Hits, h => h.Id == other);
        Assert.Equal("已有的授权不变，续期时按新的共享属性", own.Content.Hits.Single(h => h.Group == ImpactGroup.Grant).What);
        Assert.Equal("lists.impact.not-found", await Fault(One(services, id, Liaison(unit))));
        Assert.Equal([own.Line.Id], (await Page(services, Liaison(unit))).Select(l => l.Id));
        Assert.Equal(3, (await Page(services, Authority)).Count);

        // Whoever decides on a change of the row is shown the same.
        var entry = (await services.Entries())[0].Id;
        Assert.True((await services.With<ProposeChange, Result<long>>(p => p.Run(entry, "Suspend", "系统改造", "示例市数据管理办法第十条", Liaison(unit), default))).Ok);
        Assert.Equal([("使用中的授权", 1, $"/workflow/cases/{used.Id}"), ("办理中的需求", 2, $"/catalog/{resource.Id}/graph")], await Touched(services, Authority));
        Assert.Equal([("使用中的授权", 1, $"/workflow/cases/{used.Id}"), ("未办理的需求", 1, $"/lists/demands/{asked}")], await Touched(services, Liaison(unit)));
        _ = await services.Signed(unit, Banned with { ResourceId = resource.Id, ItemIds = [items[1]] });
        Assert.Contains(("负面清单条目", 1), (await Touched(services, Liaison(unit))).Select(t => (t.What, t.Count)));
    }

    [Theory, Engines]
    public async Task Switching_the_profile_of_a_unit_names_the_bases_that_other_laws_read_otherwise(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        await services.With<Store>(s => s.Execute("UPDATE organizations_units SET kind = 'CityDepartment' WHERE id = @id", default, ("id", unit)));
        var law = await services.Signed(unit);
        var decision = await services.Signed(unit, Banned with { Name = "另一份", BasisLevel = "StateCouncilDecision", BasisName = "示例决定" });
        Assert.Equal(2, (await services.Decide(new(NegativeAct.Agree, ""), law, decision)).Value);
        Assert.Equal(["unitKind"], (await Analyse(services, new(nameof(ImpactKind.SwitchProfile), UnitId: unit, UnitKind: "CityDepartment"))).Faults.Select(f => f.Field));
        var view = (await One(services, (await Analyse(services, new(nameof(ImpactKind.SwitchProfile), UnitId: unit, UnitKind: "PublicService"))).Value, Authority)).Value;
        Assert.Equal((decision, "依据的层级不再被认可，要重新审核"), Assert.Single(view.Content.Hits) is var hit ? (hit.Id, hit.What) : default);
    }

    [Theory, Engines]
    public async Task A_question_is_refused_with_all_its_faults(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市民政局", "00999011"), await services.Unit("示例市公安局", "00999020"));
        var resource = await services.Publish(unit, "婚姻登记", ShareProperty.Conditional, true, "编号");
        Assert.Equal("lists.impact.kind", await Fault(Analyse(services, new(""))));
        Assert.Equal("lists.impact.resource lists.impact.share", await Fault(Analyse(services, new(nameof(ImpactKind.ChangeShare), 5))));
        Assert.Equal("lists.impact.resource", await Fault(Analyse(services, new(nameof(ImpactKind.ToNegative), resource.Id), Liaison(other))));
        Assert.Equal("lists.impact.items", await Fault(Analyse(services, new(nameof(ImpactKind.ToNegative), resource.Id, [77]))));
        Assert.Equal("lists.impact.unit lists.impact.unit-kind", await Fault(Analyse(services, new(nameof(ImpactKind.SwitchProfile)))));
        Assert.Equal("lists.impact.not-yours", await Fault(Analyse(services, new(nameof(ImpactKind.ToNegative), resource.Id), Person(unit, Roles.Secrecy))));
        Assert.Equal(0, await services.With<Store, int>(s => s.Set<Impact>().CountAsync()));
    }

    private static async Task<IEnumerable<(string What, int Count, string Href)>> Touched(TestServices services, Actor actor) =>
        Assert.Single((await services.With<FindChanges, ChangeListView>(f => f.Page(0, 1, actor, default))).Changes).Touches.Select(t => (t.What, t.Count, t.Href));

    private static async Task<long> Demand(TestServices services, long asks, long resource, long item)
    {
        var id = await services.Drafted(asks, DemandWorld.Complete with { Name = "婚姻登记", Items = [new(resource, item, "")] });
        _ = (await services.Submit(id, asks, role: Roles.UnitHead)).Value;
        return id;
    }

    private static Task<Result<long>> Analyse(TestServices services, ImpactQuestion question, Actor? actor = null) => services.With<AnalyseImpact, Result<long>>(a => a.Run(question, actor ?? Authority, default));

    private static Task<Result<ImpactView>> One(TestServices services, long id, Actor actor) => services.With<FindImpacts, Result<ImpactView>>(f => f.One(id, actor, default));

    private static async Task<IReadOnlyList<ImpactLine>> Page(TestServices services, Actor actor) => (await services.With<FindImpacts, (IReadOnlyList<ImpactLine> Lines, long? Next)>(f => f.Page(0, 50, actor, default))).Lines;

    // Every revision of what an analysis reads.
    private static Task<string> Stamp(TestServices services) => services.With<Store, string>(async s => string.Join('|',
        await s.Set<Entry>().SumAsync(e => e.Revision % 1_000_003), await s.Set<Negative>().SumAsync(n => n.Revision % 1_000_003), await s.Set<Case>().SumAsync(c => c.Revision % 1_000_003)));
}
