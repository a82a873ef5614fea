using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Demands;
using Qingdan.Organizations.Transfers;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;

namespace Qingdan.Tests.Integration.Organizations;

/// <summary>A unit with something in every list, and one that takes over.</summary>
internal sealed class TransferWorld : IAsyncDisposable
{
    private TransferWorld(TestServices services) => Services = services;

    public TestServices Services { get; }
    public long From { get; private set; }
    public long To { get; private set; }
    public long Other { get; private set; }

    /// <summary>Two resources of two systems, both in force in the 责任清单.</summary>
    public long First { get; private set; }

    public long Second { get; private set; }

    /// <summary>A negative entry in force, and one on its way, both about data outside the catalogue.</summary>
    public long Banned { get; private set; }

    public long OnItsWay { get; private set; }

    /// <summary>A listed demand of a third unit for the first resource.</summary>
    public long Wanted { get; private set; }

    public static readonly Actor Authority = new(30, "李卫东", 0, "市数据局", new HashSet<string> { Roles.Authority });

    /// <summary>A draft with all that is owed, from the day of the tests on.</summary>
    public TransferDraft Draft { get; private set; } = new() { Day = "2026-11-30", Document = "示编〔2026〕8号", Note = "企业登记职能" };

    public static async Task<TransferWorld> Create(Engine engine)
    {
        var world = new TransferWorld(await TestServices.Create(engine));
        var services = world.Services;
        world.From = await services.Unit("示例市经济局", "00999011");
        world.To = await services.Unit("示例市市场局", "00999071");
        world.Other = await services.Unit("示例市统计局", "00999178");
        world.Draft = world.Draft with { To = "示例市市场局" };
        world.First = (await services.Publish(world.From, "企业登记", ShareProperty.Unconditional, true, "名称", "地址")).Id;
        world.Second = (await services.Publish(world.From, "企业年报", ShareProperty.Conditional, true, "年度")).Id;
        await services.Change(world.Second, r => r.SystemName = "年报系统");
        await services.Generate();
        await services.Confirm(new(null, ListsWorld.Candidates), ListsWorld.Centre);
        world.OnItsWay = await services.Signed(world.From);
        world.Banned = await services.Signed(world.From, NegativeWorld.Banned with { Name = "另一份资料" });
        await services.With<Store>(s => s.Execute("UPDATE lists_negatives SET state = 'InForce', step = '', review_on = '2027-05-01' WHERE id = @id", default, ("id", world.Banned)));
        await services.With<Store>(s => s.Execute("UPDATE lists_entries SET promised_on = '2026-12-15' WHERE resource_id = @id", default, ("id", world.First)));
        world.Wanted = await world.Ask(world.Other, world.First);
        await world.Work();
        await services.Generate();
        return world;
    }

    /// <summary>A listed demand of a unit for the whole of resources.</summary>
    public async Task<long> Ask(long unit, params long[] resources)
    {
        var id = await Services.Drafted(unit, DemandWorld.Complete with { Name = "要企业登记", Items = [.. resources.Select(r => new DemandItemInput(r, 0, ""))] });
        await Services.Submit(id, unit, role: Roles.UnitHead);
        await Services.Check(id);
        return id;
    }

    public Task<Result<long>> Record(TransferDraft? draft = null, long? from = null) =>
        Services.With<RecordTransfer, Result<long>>(r => r.Run(from ?? From, draft ?? Draft, Authority, default));

    /// <summary>Orders what is due, without the jobs.</summary>
    public async Task Order()
    {
        await using var scope = Services.Scope();
        foreach (var work in scope.ServiceProvider.GetServices<IRegularWork>()) await work.Run(default);
    }

    /// <summary>The hour of regular work, and the jobs it ordered.</summary>
    public async Task Hour()
    {
        await Order();
        await Work();
    }

    public Task<int> Work() => Services.With<JobRunner, int>(r => r.RunDue(default));

    public async Task<IReadOnlyList<DutyGroup>> Groups(long transfer, Actor? reader = null) =>
        (await Services.With<ReadTransfer, Result<TransferView>>(r => r.Run(transfer, reader ?? Authority, default))).Value.Groups;

    public Task<Transfer> Row(long id) => Services.With<Store, Transfer>(s => s.Set<Transfer>().AsNoTracking().SingleAsync(t => t.Id == id));

    /// <summary>Whose the resources, entries, negatives and demands are, by id.</summary>
    public Task<Dictionary<long, long>> Holders() => Services.With<Store, Dictionary<long, long>>(async store => (await store.Query(
        "SELECT id, provider_id FROM catalog_resources UNION ALL SELECT id, provider_id FROM lists_entries UNION ALL SELECT id, provider_id FROM lists_negatives UNION ALL SELECT id, provider_id FROM lists_demands",
        r => (r.GetInt64(0), r.GetInt64(1)), default)).ToDictionary(r => r.Item1, r => r.Item2));

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
