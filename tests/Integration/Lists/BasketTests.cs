using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Demands;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

public sealed class BasketTests
{
    [Theory, Engines]
    public async Task Picked_rows_become_one_draft_a_provider_and_the_basket_is_empty(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (mine, tax, sea) = (await services.Unit("示例市住建委"), await services.Unit("示例市税务局"), await services.Unit("示例市海洋局"));
        var (first, second) = (await services.Publish(tax, "纳税人", ShareProperty.Conditional, true, "名称", "状态"), await services.Publish(tax, "发票", ShareProperty.Unconditional));
        var third = await services.Publish(sea, "潮位", ShareProperty.Unconditional, true, "时刻", "潮高");
        var me = Person(mine, Roles.Liaison);
        var picked = (await services.CatalogItems(first.Id))[1].Id;
        Assert.Equal(1, (await Put(me, [first.Id], [picked])).Value);
        Assert.Equal(2, (await Put(me, [second.Id, third.Id, 4711], [])).Value);
        var drafts = (await services.With<DemandBasket, Result<IReadOnlyList<long>>>(b => b.Draft(me, default))).Value;
        var demands = new List<(string, long, string)>();
        foreach (var id in drafts)
            demands.Add(((await services.Demand(id)).Name, (await services.Demand(id)).ProviderId, string.Join('、', (await services.DemandItems(id)).Select(i => i.Name))));
        Assert.Equal([("纳税人等 2 个目录", tax, "状态、发票"), ("潮位", sea, "时刻、潮高")], demands);
        Assert.Equal(0, await services.With<Store, int>(s => s.Set<BasketRow>().CountAsync()));
        Assert.Equal("lists.basket.empty", await Fault(services.With<DemandBasket, Result<IReadOnlyList<long>>>(b => b.Draft(me, default))));

        Task<Result<int>> Put(Actor actor, long[] rows, long[] items) => services.With<DemandBasket, Result<int>>(b => b.Put(rows, items, actor, default));
    }

    [Theory, Engines]
    public async Task A_basket_is_its_persons_own_and_holds_a_row_once(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        var row = await services.Publish(unit, "纳税人", ShareProperty.Conditional, true, "名称");
        var (me, you) = (Person(unit, Roles.Liaison), Person(unit, Roles.Liaison) with { PersonId = 21 });
        await services.With<DemandBasket, Result<int>>(b => b.Put([row.Id], [], me, default));
        await services.With<DemandBasket, Result<int>>(b => b.Put([row.Id], [], me, default));
        Assert.Single(await Content(me));
        Assert.Empty(await Content(you));
        await services.With<DemandBasket, Result<Done>>(b => b.Take([row.Id], you, default));
        Assert.Single(await Content(me));
        await services.With<DemandBasket, Result<Done>>(b => b.Take([row.Id], me, default));
        Assert.Empty(await Content(me));
        Assert.Equal("lists.basket.nothing", await Fault(services.With<DemandBasket, Result<int>>(b => b.Put([], [], me, default))));
        Assert.Equal("lists.basket.full", await Fault(services.With<DemandBasket, Result<int>>(b => b.Put([.. Enumerable.Range(1, 201).Select(i => (long)i)], [], me, default))));

        async Task<int[]> Content(Actor actor) => [.. (await services.With<DemandBasket, IReadOnlyList<(Qingdan.Catalog.Contracts.PublishedResource Resource, IReadOnlySet<long> Items)>>(b => b.Content(actor, default))).Select(c => c.Items.Count)];
    }

    [Theory, Engines]
    public async Task Each_person_is_told_what_waits_for_them_and_no_more(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        await services.Publish(unit, "房屋", ShareProperty.Unconditional);
        await services.Generate();
        await services.Drafted(unit);
        var waiting = await services.Drafted(unit);
        await services.Submit(waiting, unit);
        await services.Signed(unit);
        Assert.Equal("需求 1、责任清单 1", await Waits(Person(unit, Roles.Liaison)));
        Assert.Equal("需求 1、责任清单 1", await Waits(Person(unit, Roles.UnitHead)));
        Assert.Equal("负面清单 1", await Waits(Authority));
        Assert.Equal("", await Waits(Person(unit, Roles.Legal)));
        Assert.Equal("", await Waits(Person(unit + 1, Roles.Liaison)));

        async Task<string> Waits(Actor actor)
        {
            await using var scope = services.Scope();
            var told = new List<string>();
            foreach (var source in scope.ServiceProvider.GetServices<ITodoSource>())
                if (await source.For(actor, 50, default) is { Count: > 0 } rows) told.Add($"{source.Kind} {rows.Count}");
            return string.Join('、', told);
        }
    }
}
