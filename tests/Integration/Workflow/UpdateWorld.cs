using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Updates;
using Qingdan.Workflow.Updates.Viewing;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>A unit with two resources in force, whose law or duties change.</summary>
internal sealed class UpdateWorld : IAsyncDisposable
{
    private UpdateWorld(TestServices services, long unit, long other, long first, long second) => (Services, Unit, Other, First, Second) = (services, unit, other, first, second);

    public TestServices Services { get; }
    public long Unit { get; }
    public long Other { get; }
    public long First { get; }
    public long Second { get; }

    public static async Task<UpdateWorld> Create(Engine engine)
    {
        var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市民政局", "00999011"), await services.Unit("示例市公安局", "00999020"));
        return new(services, unit, other, (await services.Publish(unit, "婚姻登记", ShareProperty.Unconditional, true, "编号")).Id, (await services.Publish(unit, "社会组织登记", ShareProperty.Conditional, true, "名称")).Id);
    }

    /// <summary>What is typed of a change on 2026-11-20: three days before the tests.</summary>
    public UpdateDraft Draft => new(Unit, nameof(ChangeCause.Duties), "示编〔2026〕9号", new DateOnly(2026, 11, 20), "核对提供单位", [First, Second]);

    public Task<Result<long>> Open(UpdateDraft draft, Actor? actor = null) => Services.With<OpenUpdate, Result<long>>(o => o.Run(draft, actor ?? NegativeWorld.Authority, default));

    public Task<CatalogUpdate> Row(long id) => Services.With<Store, CatalogUpdate>(s => s.Set<CatalogUpdate>().AsNoTracking().SingleAsync(u => u.Id == id));

    public Task<List<CatalogUpdate>> Rows() => Services.With<Store, List<CatalogUpdate>>(s => s.Set<CatalogUpdate>().AsNoTracking().OrderBy(u => u.Id).ToListAsync());

    public Task<List<long>> Resources(long id) => Services.With<Store, List<long>>(s => s.Set<ConcernedResource>().Where(r => r.UpdateId == id).OrderBy(r => r.ResourceId).Select(r => r.ResourceId).ToListAsync());

    /// <summary>An act of the unit's liaison, or of the authority.</summary>
    public async Task<Result<T>> Act<TAct, T>(long id, Func<TAct, int, Actor, Task<Result<T>>> act, bool authority = false, long unit = 0) where TAct : notnull
    {
        var edit = (await Row(id)).Edit;
        return await Services.With<TAct, Result<T>>(a => act(a, edit, authority ? NegativeWorld.Authority : Person(unit == 0 ? Unit : unit, Roles.Liaison)));
    }

    public Task<Result<Done>> Submit(long id, string note = "") => Act<SubmitUpdate, Done>(id, (s, edit, actor) => s.Run(id, edit, note, actor, default));

    public Task<Result<int>> Mark(long id, string reason, params long[] resources) =>
        Act<MarkUnaffected, int>(id, (m, edit, actor) => m.Run(id, edit, new UnaffectedChoice(resources, resources.Length == 0), reason, actor, default));

    public Task<Result<Done>> Decide(long id, bool publishes, string opinion = "") => Act<DecideUpdate, Done>(id, (d, edit, actor) => d.Run(id, edit, publishes, opinion, actor, default), authority: true);

    public async Task<UpdateView> Show(long id, long unit = 0) => (await Services.With<ShowUpdate, Result<UpdateView>>(s => s.Run(id, Person(unit == 0 ? Unit : unit, Roles.Liaison), default))).Value;

    public Task<IReadOnlyList<Todo>> Todos(long unit, string role = Roles.Liaison) => Services.With<IEnumerable<ITodoSource>, IReadOnlyList<Todo>>(sources => sources.OfType<UpdateTodos>().Single().For(Person(unit, role), 10, default));

    /// <summary>The next version of a resource, handed in.</summary>
    public async Task HandIn(long resource)
    {
        var said = await Services.With<CatalogChanges, Result<Done>>(c => c.Propose(new SaidOfResource(resource, "更新") { ShareWays = "文件交换" }, Person(Unit, Roles.Liaison), default));
        _ = said.Value;
        await Services.With<Store>(s => s.Execute("UPDATE catalog_resources SET state = 'ChangeInReview' WHERE id = @id", default, ("id", resource)));
    }

    /// <summary>The authority publishes it in the catalogue, and the jobs run.</summary>
    public async Task Publish(long resource)
    {
        var edit = await Services.With<Store, int>(s => s.Set<Resource>().Where(r => r.Id == resource).Select(r => r.Edit).SingleAsync());
        _ = (await Services.With<ReviewResource, Result<Done>>(r => r.Run(resource, edit, new SignOffInput(true, ""), NegativeWorld.Authority, default))).Value;
        await Services.With<JobRunner, int>(r => r.RunDue(default));
    }

    /// <summary>The hour of regular work.</summary>
    public async Task Hour()
    {
        await using var scope = Services.Scope();
        foreach (var work in scope.ServiceProvider.GetServices<IRegularWork>()) await work.Run(default);
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
