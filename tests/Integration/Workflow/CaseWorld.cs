using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Demands;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>Cases on their way, of a demand for two items outside the catalogue.</summary>
internal sealed class CaseWorld : IAsyncDisposable
{
    private CaseWorld(TestServices services, long asks, long provides, long id) => (Services, Asks, Provides, Id) = (services, asks, provides, id);

    public TestServices Services { get; }
    public long Asks { get; }
    public long Provides { get; }
    public long Id { get; }

    public static async Task<CaseWorld> Create(Engine engine, Action<IServiceCollection>? more = null)
    {
        var services = await TestServices.Create(engine, more);
        var (asks, provides) = (await services.Unit("示例市住建委", "00999047"), await services.Unit("示例市公安局", "00999020"));
        var id = await services.Drafted(asks, DemandWorld.Complete with { ProviderId = provides });
        _ = (await services.Submit(id, asks, role: Roles.UnitHead)).Value;
        _ = (await services.Check(id)).Value;
        return new(services, asks, provides, id);
    }

    /// <summary>The case of a listed demand; the services are the caller's.</summary>
    public static CaseWorld Of(TestServices services, long asks, long provides, long id) => new(services, asks, provides, id);

    public Task<Case> Case() => Services.With<Store, Case>(s => s.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == Id));

    public async Task<int> Edit() => (await Case()).Edit;

    /// <summary>One act for which words are enough.</summary>
    public async Task<Result<Done>> Act(CaseAct act, long unit, string role, string text = "如实说明", DateOnly? day = null, string number = "", DateOnly? since = null, params long[] items)
    {
        var edit = await Edit();
        return await Services.With<ActPlainly, Result<Done>>(a => a.Run(Id, edit, act, new PlainInput(text, day, number, since, Items: items), Person(unit, role), default));
    }

    public Task<Result<Done>> Dispatch() => Act(CaseAct.Dispatch, 3, Roles.DataCentre);

    /// <summary>To data in use, each step by the one whose turn it is.</summary>
    public async Task Use()
    {
        _ = (await Dispatch()).Value;
        _ = (await Answer(Verdict.Agree)).Value;
        _ = (await Sign()).Value;
        _ = (await Supply()).Value;
    }

    public async Task<Result<Done>> Missing(string what = "业务事项编码") { var edit = await Edit(); return await Services.With<AskSupplement, Result<Done>>(a => a.Run(Id, edit, what, Person(Provides, Roles.Liaison), default)); }

    public Task<Result<Done>> Supplement() => Act(CaseAct.Supplement, Asks, Roles.Liaison, "编码见附件");

    /// <summary>The same verdict for each item.</summary>
    public async Task<Result<Done>> Answer(Verdict verdict, string reason = "", string law = "", string clause = "", string condition = "")
    {
        var edit = await Edit();
        var items = await Services.DemandItems(Id);
        return await Services.With<DraftAnswer, Result<Done>>(d => d.Run(Id, edit, [.. items.Select(i => new AnswerInput(i.Id, $"{verdict}", condition, reason, law, clause))], "", Person(Provides, Roles.Liaison), default));
    }

    public async Task<Result<Done>> Sign(bool agrees = true, string role = Roles.UnitHead, PaperSignature? paper = null)
    {
        var edit = await Edit();
        return await Services.With<SignAnswer, Result<Done>>(s => s.Run(Id, edit, new SignOffInput(agrees, agrees ? "" : "请补依据", paper), Person(Provides, role), default));
    }

    public async Task<Result<Done>> Supply() { var edit = await Edit(); return await Services.With<SupplyData, Result<Done>>(s => s.Run(Id, edit, nameof(SupplyWay.Service), "query/basic", Person(Provides, Roles.Liaison), default)); }

    public Task<Result<Done>> End() => Act(CaseAct.EndPurpose, Asks, Roles.Liaison, "系统下线");

    public async Task<Result<Done>> Dispose(DisposalInput input) { var edit = await Edit(); return await Services.With<DisposeData, Result<Done>>(d => d.Run(Id, edit, input, Person(Asks, Roles.Liaison), default)); }

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
