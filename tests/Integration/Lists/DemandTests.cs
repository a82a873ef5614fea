using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.DemandWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

public sealed class DemandTests
{
    [Theory, Engines]
    public async Task Nobody_calls_less_than_never(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        Assert.Equal("standards.element.pattern", await Fault(Save("-100")));
        Assert.True((await Save("1,000")).Ok);
        Assert.True((await Save("0.5")).Ok);

        Task<Result<long>> Save(string calls) => services.With<SaveDemand, Result<long>>(s => s.Create(Complete with { Elements = new Dictionary<string, string> { ["callsPerDay"] = calls } }, Person(unit, Roles.Liaison), default));
    }

    [Theory, Engines]
    public async Task A_demand_goes_from_draft_over_the_head_and_the_centre_into_the_list(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委", "00999047");
        var id = await services.Drafted(unit);
        Assert.True((await services.Submit(id, unit)).Ok);
        Assert.Equal(DemandState.AwaitingHead, (await services.Demand(id)).State);
        Assert.Equal("lists.demand.consent.required", await Fault(services.Consent(id, unit, Roles.Liaison)));
        Assert.True((await services.Consent(id, unit)).Ok);
        Assert.True((await services.Check(id)).Ok);
        var row = await services.Demand(id);
        Assert.Equal(DemandState.Listed, row.State);
        Assert.Matches("^XQ-00999047.-2026-000001$", row.Number);
        Assert.NotNull(row.ListedAt);
        Assert.Equal(["unit-head", "data-centre"], (await services.With<SignOffBook, List<SignOff>>(b => b.Of("lists.demand", id, default))).Select(s => s.Step));
    }

    [Theory, Engines]
    public async Task Consent_on_paper_takes_it_straight_to_the_centre(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        var id = await services.Drafted(unit);
        Assert.Equal("sign-off.scan.required", await Fault(services.Submit(id, unit, Sheet with { ScanFileId = 0 })));
        Assert.True((await services.Submit(id, unit, Sheet)).Ok);
        Assert.Equal(DemandState.InCheck, (await services.Demand(id)).State);
        Assert.True((await services.With<SignOffBook, List<SignOff>>(b => b.Of("lists.demand", id, default)))[0].OnPaper);
    }

    [Theory, Engines]
    public async Task What_is_owed_is_said_all_at_once_and_nothing_moves(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        var id = await services.Drafted(unit, new DemandInput { Name = "视频监控点位" });
        var faults = (await services.Submit(id, unit)).Faults;
        Assert.Superset(new HashSet<string?> { "scenario", "basisName", "committed", "items", "endsOn" }, faults.Select(f => f.Field).ToHashSet());
        Assert.Equal(DemandState.Draft, (await services.Demand(id)).State);
    }

    [Theory, Engines]
    public async Task Another_unit_neither_reads_nor_changes_a_draft(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市住建委"), await services.Unit("示例市民政局"));
        var id = await services.Drafted(unit);
        Assert.Equal("lists.demand.not-found", await Fault(services.With<SaveDemand, Result<Done>>(s => s.Update(id, 1, Complete, Person(other, Roles.Liaison), default))));
        Assert.Equal("lists.demand.not-found", await Fault(services.Submit(id, other)));
        Assert.Equal("lists.demand.not-found", await Fault(services.Check(id)));
        Assert.Equal("lists.demand.not-found", await Fault(services.With<ShowDemand, Result<DemandView>>(s => s.Run(id, false, Person(other, Roles.Liaison), default))));
        Assert.Equal("lists.demand.not-found", await Fault(services.With<ShowDemand, Result<DemandView>>(s => s.Run(id, false, Person(3, Roles.DataCentre), default))));
    }

    [Theory, Engines]
    public async Task Two_people_saving_one_draft_do_not_overwrite_each_other(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        var id = await services.Drafted(unit);
        Assert.True((await Save("第一个人写的")).Ok);
        Assert.Equal("lists.demand.changed", await Fault(Save("第二个人写的")));
        Assert.Equal("第一个人写的", (await services.Demand(id)).Scenario);
        Assert.Equal(["点位编号", "经纬度"], (await services.DemandItems(id)).Select(i => i.Name));

        Task<Result<Done>> Save(string scenario) => services.With<SaveDemand, Result<Done>>(s => s.Update(id, 1, Complete with { Scenario = scenario }, Person(unit, Roles.Liaison), default));
    }

    [Theory, Engines]
    public async Task The_centre_sends_back_with_a_reason_and_the_unit_mends(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委", "00999047");
        var id = await services.Drafted(unit);
        await services.Submit(id, unit, Sheet);
        Assert.Equal("sign-off.opinion.required", await Fault(services.Check(id, agrees: false)));
        Assert.True((await services.Check(id, agrees: false, "场景写得太泛")).Ok);
        var number = (await services.Demand(id)).Number;
        Assert.Equal("lists.demand.not-now", await Fault(services.Check(id)));
        Assert.True((await services.Submit(id, unit, role: Roles.UnitHead)).Ok);
        Assert.Equal((DemandState.InCheck, number), ((await services.Demand(id)).State, (await services.Demand(id)).Number));
    }

    [Theory, Engines]
    public async Task A_listed_demand_is_withdrawn_only_with_a_reason(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        var id = await services.Drafted(unit);
        await services.Submit(id, unit, Sheet);
        await services.Check(id);
        Assert.Equal("lists.demand.withdraw.why.required", await Fault(services.With<WithdrawDemand, Result<Done>>(w => w.Run(id, "", Person(unit, Roles.Liaison), default))));
        Assert.True((await services.With<WithdrawDemand, Result<Done>>(w => w.Run(id, "业务已取消", Person(unit, Roles.Liaison), default))).Ok);
        Assert.Equal(DemandState.Withdrawn, (await services.Demand(id)).State);
    }

    [Theory, Engines]
    public async Task An_item_of_the_negative_list_is_warned_of_and_may_be_insisted_on(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider) = (await services.Unit("示例市住建委"), await services.Unit("示例市统计局"));
        var resource = await services.Publish(provider, "企业生产经营", ShareProperty.Conditional, true, "企业名称", "街镇");
        var items = await services.CatalogItems(resource.Id);
        await services.Decide(new(NegativeAct.Agree, ""), await services.Signed(provider, Banned with { ResourceId = resource.Id, ItemIds = [items[0].Id] }));
        var wanted = Complete with { ProviderId = provider, Items = [new(resource.Id, items[0].Id, "企业名称"), new(resource.Id, items[1].Id, "街镇")] };
        var id = await services.Drafted(unit, wanted);
        var fault = Assert.Single((await services.Submit(id, unit, Sheet)).Faults);
        Assert.Equal(("lists.demand.insist.required", "insist"), (fault.Code, fault.Field));
        var known = (await services.With<ShowDemand, Result<DemandView>>(s => s.Run(id, true, Person(unit, Roles.Liaison), default))).Value.Known;
        var forbidden = Assert.Single(known.Forbidden);
        Assert.Equal(("企业名称", "负面清单", "《示例法》第五条", "汇总"), (forbidden.Name, forbidden.Word, forbidden.Text, forbidden.Alternatives));
        Assert.True((await services.With<SaveDemand, Result<Done>>(s => s.Update(id, 1, wanted with { Insist = "汇总值不能核对到户" }, Person(unit, Roles.Liaison), default))).Ok);
        Assert.True((await services.Submit(id, unit, Sheet)).Ok);
    }

    [Theory, Engines]
    public async Task Names_and_provider_of_catalogue_items_are_the_catalogues_whatever_is_said(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider, other) = (await services.Unit("示例市住建委"), await services.Unit("示例市统计局"), await services.Unit("示例市税务局"));
        var resource = await services.Publish(provider, "企业生产经营", ShareProperty.Conditional, true, "企业名称", "街镇");
        var second = await services.Publish(other, "纳税人", ShareProperty.Conditional, true, "企业名称");
        var items = await services.CatalogItems(resource.Id);
        var id = await services.Drafted(unit, Complete with { ProviderId = other, Items = [new(resource.Id, items[0].Id, "冒用的名称"), new(resource.Id, items[0].Id, "再来一次"), new(resource.Id, 0, "")] });
        Assert.Equal((provider, true), (await services.Demand(id)) is var row ? (row.ProviderId, row.InCatalog) : default);
        Assert.Equal(["企业名称", "企业生产经营"], (await services.DemandItems(id)).Select(i => i.Name));
        Assert.Equal("lists.demand.items.gone", await Fault(Save([new(resource.Id, 7, "没有的项")])));
        Assert.Equal("lists.demand.items.gone", await Fault(Save([new(7, 0, "没有的目录")])));
        Assert.Equal("lists.demand.items.several", await Fault(Save([new(resource.Id, 0, ""), new(second.Id, 0, "")])));
        Assert.Equal("lists.demand.items.mixed", await Fault(Save([new(resource.Id, 0, ""), new(0, 0, "目录外的项")])));

        Task<Result<Done>> Save(params DemandItemInput[] wanted) => services.With<SaveDemand, Result<Done>>(s => s.Update(id, 1, Complete with { Items = wanted }, Person(unit, Roles.Liaison), default));
    }

    [Theory, Engines]
    public async Task What_is_no_longer_published_is_not_asked_for(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider) = (await services.Unit("示例市住建委"), await services.Unit("示例市统计局"));
        var resource = await services.Publish(provider, "企业生产经营", ShareProperty.Conditional, true, "企业名称");
        var items = await services.CatalogItems(resource.Id);
        var id = await services.Drafted(unit, Complete with { Items = [new(resource.Id, items[0].Id, "")] });
        await services.Change(resource.Id, r => r.State = ResourceState.Withdrawn);
        var fault = Assert.Single((await services.Submit(id, unit, Sheet)).Faults);
        Assert.Equal(("lists.demand.items.gone", "items", "企业名称"), (fault.Code, fault.Field, fault.Args[0]));
    }

    [Theory, Engines]
    public async Task A_provider_that_is_not_clear_is_designated_and_the_demand_becomes_its_duty(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider) = (await services.Unit("示例市住建委"), await services.Unit("示例市统计局"));
        var id = await services.Drafted(unit);
        await services.Submit(id, unit, Sheet);
        await services.Check(id);
        Assert.Empty(await services.Entries());
        Assert.Equal("lists.demand.not-yours", await Fault(Designate("示例市统计局", Person(unit, Roles.Liaison))));
        Assert.Equal("lists.demand.provider.unknown", await Fault(Designate("没有这个单位", Authority)));
        Assert.Equal("lists.demand.provider.self", await Fault(Designate("示例市住建委", Authority)));
        Assert.True((await services.With<ShowDemand, Result<DemandView>>(s => s.Run(id, false, Authority, default))).Value.May.Designate);
        Assert.Contains(await services.With<IEnumerable<ITodoSource>, IReadOnlyList<Todo>>(s => s.Single(t => t.Kind == "需求").For(Authority, 20, default)), t => t.Action == "去指定");
        Assert.True((await Designate("示例市统计局", Authority)).Ok);
        Assert.Equal("lists.demand.not-now", await Fault(Designate("示例市统计局", Authority)));
        await services.With<JobRunner, int>(r => r.RunDue(default));
        Assert.Equal((provider, EntryOrigin.Demand), Assert.Single(await services.Entries()) is var entry ? (entry.ProviderId, entry.Origin) : default);

        Task<Result<Done>> Designate(string to, Platform.Identity.Actor actor) => services.With<DesignateProvider, Result<Done>>(d => d.Run(id, to, actor, default));
    }

    [Theory, Engines]
    public async Task Earlier_demands_of_the_unit_for_the_same_items_are_shown(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other, provider) = (await services.Unit("示例市住建委"), await services.Unit("示例市民政局"), await services.Unit("示例市统计局"));
        var resource = await services.Publish(provider, "企业生产经营", ShareProperty.Conditional, true, "企业名称", "街镇");
        var items = await services.CatalogItems(resource.Id);
        var wanted = Complete with { ProviderId = provider, Items = [.. items.Select(i => new DemandItemInput(resource.Id, i.Id, i.Name))] };
        var first = await services.Drafted(unit, wanted with { Name = "早先的" });
        await services.Drafted(other, wanted);
        var second = await services.Drafted(unit, wanted with { Items = [wanted.Items[0]] });
        var similar = Assert.Single((await services.With<ShowDemand, Result<DemandView>>(s => s.Run(second, true, Person(unit, Roles.Liaison), default))).Value.Known.Similar);
        Assert.Equal((first, "早先的", 1), (similar.Id, similar.Name, similar.Items));
    }
}
