using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>A city in which people do things at random; each thing by the use-cases, what follows by the jobs they order.</summary>
internal sealed class ListHistory(TestServices services, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<long> _units = [], _resources = [], _demands = [];
    private readonly List<long> _decisions = [];
    private int _names;

    /// <summary>What was done, for a failure's message.</summary>
    public List<string> Done { get; } = [];

    /// <summary>Two units with a code, one without, and some resources each.</summary>
    public async Task Begin()
    {
        _units.AddRange([await services.Unit("示例市统计局", "00999011"), await services.Unit("示例市税务局", "00999022"), await services.Unit("示例市气象局")]);
        for (var i = 0; i < 6; i++) await Publish();
        await Work();
    }

    /// <summary>One thing at random.</summary>
    public async Task Step()
    {
        Func<Task>[] things =
        [
            Publish, Alter, AlterShare, TakeOffline, PutOnline, Confirm, Confirm, Reject, ConfirmChanges, RejectChanges, Undo, Ban, Ban, LiftBan, Demand, Withdraw, Outside, Ask, AddByHand, EditByHand, RemoveByHand, Rename,
        ];
        var thing = things[_random.Next(things.Length)];
        Done.Add(thing.Method.Name);
        await thing();
        await Work();
    }

    /// <summary>Runs what was ordered.</summary>
    public Task Work() => services.With<JobRunner>(r => r.RunDue(default));

    private async Task Publish()
    {
        var items = Enumerable.Range(0, _random.Next(4)).Select(i => $"数据项{i}{(_random.Next(4) == 0 ? "/NotShared" : "")}").ToArray();
        ShareProperty? share = _random.Next(4) switch { 0 => ShareProperty.Unconditional, 1 => ShareProperty.Conditional, 2 => ShareProperty.NotShared, _ => null };
        var resource = await services.Publish(Any(_units), $"目录{++_names}", share, _random.Next(2) == 0, items);
        _resources.Add(resource.Id);
        await Tell(resource.Id);
    }

    private async Task Alter()
    {
        var id = Any(_resources);
        await services.Change(id, r => r.Name = $"目录{++_names}");
        await Tell(id);
    }

    private async Task AlterShare()
    {
        var id = Any(_resources);
        await services.With<Store>(async s =>
        {
            foreach (var item in await s.Set<Item>().Where(i => i.ResourceId == id).ToListAsync()) item.Share = _random.Next(3) switch { 0 => ShareProperty.NotShared, 1 => ShareProperty.Conditional, _ => null };
            await s.SaveChangesAsync();
        });
        await services.Change(id, r => (r.Share, r.ShareStated) = (_random.Next(2) == 0 ? ShareProperty.Unconditional : null, _random.Next(2) == 0));
        await Tell(id);
    }

    private Task TakeOffline() => State(ResourceState.Withdrawn);

    private Task PutOnline() => State(ResourceState.Published);

    private async Task State(ResourceState state)
    {
        var id = Any(_resources);
        await services.Change(id, r => r.State = state);
        await Tell(id);
    }

    private async Task Confirm() => Keep(await services.Confirm(new EntryChoice(null, Candidates), _random.Next(2) == 0 ? Centre : Liaison(Any(_units))));

    private async Task Reject()
    {
        if ((await services.Entries()).FindAll(e => e.State == EntryState.Candidate) is { Count: > 0 } open) Keep(await services.Reject(These(open[_random.Next(open.Count)].Id), "不掌握", Centre));
    }

    private async Task ConfirmChanges() => Keep(await services.ConfirmChanges(_random.Next(2) == 0 ? Centre : Liaison(Any(_units))));

    private async Task RejectChanges() => Keep(await services.With<DecideChanges, Result<Decided>>(d => d.Reject(null, "维持原样", Centre, default)));

    private async Task Undo()
    {
        if (_decisions.Count > 0) await services.Undo(_decisions[^1], Centre);
    }

    private async Task Ban()
    {
        var (unit, resource) = (Any(_units), Any(_resources));
        var items = await services.CatalogItems(resource);
        var proposed = await services.With<ProposeNegative, Result<long>>(p => p.Run(Banned with { ResourceId = resource, ItemIds = items.Count == 0 ? [] : [items[0].Id] }, Person(unit, Roles.Liaison), default));
        if (!proposed.TryGet(out var id)) return;
        await services.Walk(id, unit);
        await services.Decide(new NegativeRuling(NegativeAct.Agree, ""), id);
    }

    private async Task LiftBan()
    {
        var banned = await services.With<Store, List<long>>(s => s.Set<Negative>().Where(n => n.State == NegativeState.InForce).Select(n => n.Id).ToListAsync());
        if (banned.Count > 0) await services.With<DropNegative, Result<Done>>(d => d.Run(banned[0], "依据已废止", Authority, default));
    }

    private async Task Demand()
    {
        var resource = Any(_resources);
        var items = await services.CatalogItems(resource);
        if (items.Count > 0) await Listed(DemandWorld.Complete with { Name = $"需求{++_names}", Items = [.. items.Select(i => new DemandItemInput(resource, i.Id, i.Name))] });
    }

    private Task Outside() => Listed(DemandWorld.Complete with { Name = $"目录外需求{++_names}" });

    private async Task Listed(DemandInput input)
    {
        var unit = Any(_units);
        var made = await services.With<SaveDemand, Result<long>>(s => s.Create(input, Person(unit, Roles.Liaison), default));
        if (!made.TryGet(out var id)) return;
        _demands.Add(id);
        await services.Submit(id, unit, DemandWorld.Sheet);
        await services.Check(id);
    }

    private async Task Withdraw()
    {
        if (_demands.Count == 0) return;
        var demand = await services.Demand(Any(_demands));
        await services.With<WithdrawDemand, Result<Done>>(w => w.Run(demand.Id, "不再需要", Person(demand.UnitId, Roles.Liaison), default));
    }

    private async Task Ask()
    {
        if ((await services.Entries()).FindAll(e => ProposeChange.Fits(e.State).Count > 0) is not { Count: > 0 } open) return;
        var row = open[_random.Next(open.Count)];
        var kinds = ProposeChange.Fits(row.State);
        await services.With<ProposeChange, Result<long>>(p => p.Run(row.Id, $"{kinds[_random.Next(kinds.Count)]}", "系统改造", "管理办法第十条", Centre, default));
    }

    private async Task AddByHand() => await services.With<AddEntry, Result<long>>(a => a.Run(Written($"手工{++_names}"), Liaison(Any(_units)), default));

    private async Task EditByHand()
    {
        if ((await ByHand()) is { } row) await services.With<EditEntry, Result<Done>>(e => e.Run(row.Id, row.Edit, Written($"手工{++_names}"), Liaison(row.ProviderId), default));
    }

    private async Task RemoveByHand()
    {
        if ((await ByHand()) is { } row) await services.With<RemoveEntry, Result<Done>>(r => r.Run(row.Id, "不再提供", Liaison(row.ProviderId), default));
    }

    private async Task<Entry?> ByHand() => (await services.Entries()).FindAll(e => e.Origin == EntryOrigin.Manual && e.State is EntryState.Candidate or EntryState.InForce) is { Count: > 0 } own ? own[_random.Next(own.Count)] : null;

    private async Task Rename()
    {
        var unit = await services.With<Store, Organization>(s => s.Set<Organization>().AsNoTracking().SingleAsync(o => o.Id == _units[0]));
        await services.With<EditOrganization, Result<long>>(e => e.Run(unit.Id, unit.Version, new OrganizationDraft { Name = $"示例市统计局{++_names}", ShortName = unit.ShortName, Kind = nameof(OrganizationKind.CityDepartment), Code = unit.Code ?? "" }, Actor.System, default));
    }

    private async Task Tell(long resource)
    {
        await using var scope = services.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var provider = await store.Set<Resource>().Where(r => r.Id == resource).Select(r => r.ProviderId).SingleAsync();
        foreach (var listener in scope.ServiceProvider.GetServices<ICatalogListener>()) await listener.Published(PublishedChange.Of([provider], [resource]), Actor.System, default);
        await store.SaveChangesAsync();
    }

    private void Keep(Result<Decided> decided)
    {
        if (decided.TryGet(out var done)) _decisions.Add(done.DecisionId);
    }

    private static EntryInput Written(string name) => new() { Name = name, Items = "面积\n户数", Share = ShareProperty.Unconditional, ShareWays = "服务接口", Frequency = UpdateFrequency.Daily, DataLevel = "一般数据" };

    private long Any(List<long> of) => of[_random.Next(of.Count)];
}
