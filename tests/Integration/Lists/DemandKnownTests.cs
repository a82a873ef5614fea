using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Workflow;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Xunit;
using static Qingdan.Tests.Integration.Lists.DemandWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>What is told while a demand is stated: what may be used already, where data come from, whether the basis is the law.</summary>
public sealed class DemandKnownTests
{
    [Theory, Engines]
    public async Task What_was_granted_to_the_unit_or_its_district_stands_beside_the_item(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (asks, neighbour, far) = (await District(services, "浦东新区大数据中心", "浦东新区"), await District(services, "浦东新区民政局", "浦东新区"), await District(services, "徐汇区民政局", "徐汇区"));
        var provider = await services.Unit("示例市公安局", "00999020");
        var resource = await services.Publish(provider, "户籍人口", ShareProperty.Unconditional, true, "门牌号", "户号");
        var items = await services.CatalogItems(resource.Id);
        var wanted = Complete with { Name = "户籍人口", ProviderId = provider, Items = [new(resource.Id, items[0].Id, ""), new(resource.Id, items[1].Id, "")] };
        await Used(services, asks, provider, wanted with { Regional = true }, v => v == 0 ? Verdict.Agree : Verdict.Refuse);
        Assert.Equal("True False", await Granted(asks));
        Assert.Equal("True False", await Granted(neighbour));
        Assert.Equal("False False", await Granted(far));

        async Task<string> Granted(long unit)
        {
            var id = await services.Drafted(unit, wanted);
            var known = (await services.With<ShowDemand, Result<DemandView>>(s => s.Run(id, false, Person(unit, Roles.Liaison), default))).Value.Known;
            return string.Join(" ", known.Resources[0].Items.Select(i => i.Granted is not null));
        }
    }

    [Theory, Engines]
    public async Task A_grant_of_one_unit_is_not_its_districts_and_ends_with_its_term(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (asks, neighbour) = (await District(services, "浦东新区大数据中心", "浦东新区"), await District(services, "浦东新区民政局", "浦东新区"));
        var provider = await services.Unit("示例市公安局", "00999020");
        var resource = await services.Publish(provider, "户籍人口", ShareProperty.Unconditional, true, "门牌号");
        var items = await services.CatalogItems(resource.Id);
        await Used(services, asks, provider, Complete with { ProviderId = provider, Items = [new(resource.Id, items[0].Id, "")] }, _ => Verdict.Verify);
        var own = Assert.Single((await Of(asks))[resource.Id]);
        Assert.Equal((true, false, "以核验方式满足"), (own.Own, own.Plain, own.Way));
        Assert.Empty((await Of(neighbour))[resource.Id]);
        services.Clock.Advance(TimeSpan.FromDays(1000));
        Assert.Empty((await Of(asks))[resource.Id]);

        Task<ILookup<long, GrantView>> Of(long unit) => services.With<KnownGrants, ILookup<long, GrantView>>(g => g.Of(unit, [resource.Id], default));
    }

    [Theory, Engines]
    public async Task A_named_source_is_shown_and_without_a_register_nothing_is(Engine engine)
    {
        await using var plain = await TestServices.Create(engine);
        Assert.Empty(await plain.With<KnownSources, IReadOnlyDictionary<string, string>>(s => s.Of(["门牌号"], default)));
        await using var services = await TestServices.Create(engine, s => s.AddSingleton<IAuthoritativeSources, OneSource>());
        OneSource.Unit = await services.Unit("示例市公安局");
        var named = await services.With<KnownSources, IReadOnlyDictionary<string, string>>(s => s.Of(["门牌号", "别的", ""], default));
        Assert.Equal("示例市公安局 · 实有人口库", Assert.Single(named).Value);
    }

    [Theory, Engines]
    public async Task Only_a_unit_of_a_district_asks_for_the_whole_of_it(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (city, district) = (await services.Unit("示例市住建委"), await District(services, "浦东新区民政局", "浦东新区"));
        Assert.Equal("lists.demand.regional.not-district", await Fault(services.With<SaveDemand, Result<long>>(s => s.Create(Complete with { Regional = true }, Person(city, Roles.Liaison), default))));
        var id = await services.Drafted(district, Complete with { Regional = true });
        Assert.True((await services.With<DemandBook, DemandFacts>(b => b.Read(id, default))).Regional);
    }

    [Theory, Engines]
    public async Task A_basis_that_is_not_the_law_is_told_and_hinders_until_it_is_explained(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        var old = await services.With<Store, (string Name, string Number)>(async store => (await store.Query("SELECT name, number FROM standards_legal_bases WHERE state = 'Amended'", r => (r.GetString(0), r.GetString(1)), default)).FirstOrDefault());
        if (old.Name is null)
        {
            // The register is filled when it is first asked.
            await services.With<CitedLaw>(l => l.Doubt(Complete, default));
            old = await services.With<Store, (string Name, string Number)>(async store => (await store.Query("SELECT name, number FROM standards_legal_bases WHERE state = 'Amended'", r => (r.GetString(0), r.GetString(1)), default))[0]);
        }
        var input = Complete with { BasisName = $"《{old.Name}》", BasisNumber = old.Number };
        var id = await services.Drafted(unit, input);
        Assert.NotNull((await services.With<ShowDemand, Result<DemandView>>(s => s.Run(id, false, Person(unit, Roles.Liaison), default))).Value.BasisDoubt);
        Assert.Equal("lists.demand.basis.outdated", await Fault(services.Submit(id, unit, Sheet)));
        Assert.True((await services.With<SaveDemand, Result<Done>>(s => s.Update(id, 1, input with { BasisReason = "事项办理在修订之前" }, Person(unit, Roles.Liaison), default))).Ok);
        Assert.True((await services.Submit(id, unit, Sheet)).Ok);
    }

    [Theory, Engines]
    public async Task What_went_offline_since_it_was_picked_is_told_at_handing_in(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider) = (await services.Unit("示例市住建委"), await services.Unit("示例市公安局"));
        var resource = await services.Publish(provider, "户籍人口", ShareProperty.Unconditional, true, "门牌号");
        var items = await services.CatalogItems(resource.Id);
        var id = await services.Drafted(unit, Complete with { ProviderId = provider, Items = [new(resource.Id, items[0].Id, "")] });
        await services.With<Store>(s => s.Execute("UPDATE catalog_resources SET state = 'Withdrawn' WHERE id = @id", default, ("id", resource.Id)));
        Assert.Equal("lists.demand.items.gone", await Fault(services.Submit(id, unit, Sheet)));
    }

    /// <summary>A demand as far as its data are in use.</summary>
    private static async Task Used(TestServices services, long asks, long provider, DemandInput input, Func<int, Verdict> verdict)
    {
        var id = await services.Drafted(asks, input);
        Assert.True((await services.Submit(id, asks, role: Roles.UnitHead)).Ok);
        Assert.True((await services.Check(id)).Ok);
        var world = CaseWorld.Of(services, asks, provider, id);
        Assert.True((await world.Dispatch()).Ok);
        var (edit, items) = (await world.Edit(), await services.DemandItems(id));
        AnswerInput[] answers = [.. items.Select((item, i) => verdict(i) is Verdict.Refuse ? new AnswerInput(item.Id, "Refuse", "", "涉及个人隐私", "示例法", "第五条") : new AnswerInput(item.Id, $"{verdict(i)}"))];
        Assert.True((await services.With<DraftAnswer, Result<Done>>(d => d.Run(id, edit, answers, "", Person(provider, Roles.Liaison), default))).Ok);
        Assert.True((await world.Sign()).Ok);
        Assert.True((await world.Supply()).Ok);
        Assert.Equal(CaseState.InUse, (await world.Case()).State);
    }

    private static async Task<long> District(TestServices services, string name, string district) => (await services.With<CreateOrganization, Result<long>>(c => c.Run(
        new OrganizationDraft { Name = name, ShortName = name, Kind = nameof(OrganizationKind.District), Level = "District", District = district }, Actor.System, default))).Value;

    private sealed class OneSource : IAuthoritativeSources
    {
        public static long Unit { get; set; }

        public Task<IReadOnlyDictionary<string, AuthoritativeSource>> Of(IReadOnlyCollection<string> names, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<string, AuthoritativeSource>>(names.Where(n => n == "门牌号").ToDictionary(n => n, _ => new AuthoritativeSource(Unit, "实有人口库")));
    }
}
