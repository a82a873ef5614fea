using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Objections;
using Qingdan.Workflow.Objections.Viewing;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>A published resource, and a unit that says its data are wrong.</summary>
internal sealed class ObjectionWorld : IAsyncDisposable
{
    private ObjectionWorld(TestServices services, long asks, long provides, PublishedResource resource) => (Services, Asks, Provides, Resource, ItemId, Item) = (services, asks, provides, resource.Id, resource.Items[0].Id, resource.Items[0].Name);

    public TestServices Services { get; }
    public long Asks { get; }
    public long Provides { get; }
    public long Resource { get; }
    public long ItemId { get; }
    public string Item { get; }

    public static async Task<ObjectionWorld> Create(Engine engine)
    {
        var services = await TestServices.Create(engine);
        var (asks, provides) = (await services.Unit("示例市住建委", "00999047"), await services.Unit("示例市公安局", "00999020"));
        var id = (await services.Publish(provides, "道路积水点位", ShareProperty.Conditional, true, "点位编号", "状态")).Id;
        return new(services, asks, provides, (await services.With<PublishedCatalog, IReadOnlyList<PublishedResource>>(c => c.Of([id], default)))[0]);
    }

    public static ObjectionDraft Draft(long resource) => new(resource, [], nameof(Wrong.Outdated), "状态停在上个月", "办件编号 1107", "已变更");

    public Task<Result<long>> Raise(ObjectionDraft draft, bool proof = true, long unit = 0) => Services.With<RaiseObjection, Result<long>>(r => r.Run(
        draft.ItemIds.Count == 0 ? draft with { ItemIds = [ItemId] } : draft, proof ? [new ProofFile("窗口截图.png", new MemoryStream([0x89, 0x50, 0x4E, 0x47]))] : [], Person(unit == 0 ? Asks : unit, Roles.Liaison), default));

    public Task<Objection> Row(long id) => Services.With<Store, Objection>(s => s.Set<Objection>().AsNoTracking().SingleAsync(o => o.Id == id));

    public Task<IReadOnlyDictionary<long, ContestedMark>> Marks() => Services.With<IContested, IReadOnlyDictionary<long, ContestedMark>>(c => c.Of([Resource, 1], default));

    public Task<Result<Done>> Accept(long id, long unit = 0) => Act<AcceptObjection>(id, unit == 0 ? Provides : unit, (a, edit, actor) => a.Run(id, edit, "", actor, default));

    public Task<Result<Done>> Verify(long id, string outcome, string result, DateOnly? day) => Act<VerifyData>(id, Provides, (v, edit, actor) => v.Run(id, edit, outcome, result, day, actor, default));

    public async Task<Result<Done>> Act<TAct>(long id, long unit, Func<TAct, int, Actor, Task<Result<Done>>> act, string role = Roles.Liaison) where TAct : notnull
    {
        var edit = (await Row(id)).Edit;
        return await Services.With<TAct, Result<Done>>(a => act(a, edit, Person(unit, role)));
    }

    public async Task<ObjectionView> Show(long id) => (await Services.With<ShowObjection, Result<ObjectionView>>(s => s.Run(id, Person(Asks, Roles.Liaison), default))).Value;

    public Task<IReadOnlyList<Todo>> Todos(long unit, string role = Roles.Liaison) => Services.With<IEnumerable<ITodoSource>, IReadOnlyList<Todo>>(sources => sources.OfType<ObjectionTodos>().Single().For(Person(unit, role), 10, default));

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
