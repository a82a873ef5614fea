using Qingdan.Lists.Availability;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.DemandWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>What the negative list forbids of a wanted item: one rule, wherever it is asked.</summary>
public sealed class KnownBanTests
{
    [Theory, Engines]
    public async Task A_row_of_the_item_hides_no_ban_of_the_whole_resource(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider, resource, items) = await Published(services);
        await services.Generate();
        await Ban(services, provider, resource);
        // A proposal of before, for one item, that nobody has dropped.
        await services.With<Store>(store => store.Execute("UPDATE lists_entries SET state = 'Candidate' WHERE resource_id = @id", default, ("id", resource)));
        await Forbidden(services, unit, provider, new(resource, items[0], ""));
    }

    [Theory, Engines]
    public async Task Who_asks_for_the_whole_asks_for_what_is_forbidden_of_it(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider, resource, items) = await Published(services);
        await Ban(services, provider, resource, items[0]);
        await Forbidden(services, unit, provider, new(resource, 0, ""));
        var other = await services.Drafted(unit, Complete with { ProviderId = provider, Items = [new(resource, items[1], "")] });
        Assert.Equal("", Assert.Single((await services.With<DemandBook, DemandFacts>(b => b.Read(other, default))).Items).Forbidden);
        Assert.True((await services.Submit(other, unit, Sheet)).Ok);
    }

    private static async Task Forbidden(TestServices services, long unit, long provider, DemandItemInput item)
    {
        var id = await services.Drafted(unit, Complete with { ProviderId = provider, Items = [item] });
        Assert.Equal("lists.demand.insist.required", await Fault(services.Submit(id, unit, Sheet)));
        var known = (await services.With<ShowDemand, Result<DemandView>>(s => s.Run(id, false, Person(unit, Roles.Liaison), default))).Value.Known;
        Assert.Equal("负面清单", Assert.Single(known.Forbidden).Word);
        Assert.Equal("《示例法》第五条", Assert.Single((await services.With<DemandBook, DemandFacts>(b => b.Read(id, default))).Items).Forbidden);
        var asked = (await services.With<AskAvailability, Result<AvailabilityView>>(a => a.Run($"{item.ResourceId}", item.ItemId, 0, "", Person(unit, Roles.Liaison), default))).Value;
        Assert.Contains(asked.Items, i => i.Verdict == Verdict.Forbidden);
    }

    private static async Task Ban(TestServices services, long provider, long resource, params long[] items)
    {
        var banned = Banned with { ResourceId = resource, ItemIds = items, ItemNames = "" };
        Assert.True((await services.Decide(new(NegativeAct.Agree, ""), await services.Signed(provider, banned))).Ok);
    }

    private static async Task<(long Unit, long Provider, long Resource, long[] Items)> Published(TestServices services)
    {
        var (unit, provider) = (await services.Unit("示例市住建委"), await services.Unit("示例市统计局"));
        var resource = await services.Publish(provider, "企业生产经营", ShareProperty.Conditional, true, "企业名称", "街镇");
        return (unit, provider, resource.Id, [.. (await services.CatalogItems(resource.Id)).Select(i => i.Id)]);
    }
}
