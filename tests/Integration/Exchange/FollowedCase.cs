using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Grants;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Contracts;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>A case of the demo city whose moves are told to its grants, and what the data centre does with them.</summary>
internal sealed class FollowedCase : IAsyncDisposable
{
    private static readonly Actor Centre = TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre);

    private readonly CaseUse _use;

    private FollowedCase(TestServices services, CaseUse use) => (Services, _use) = (services, use);

    public TestServices Services { get; }

    /// <summary>Rows of the demand, all of one resource.</summary>
    public long[] Rows { get; private init; } = [];

    public static async Task<FollowedCase> Open(Engine engine)
    {
        var services = await TestServices.CreateCity(engine);
        var row = await services.With<Store, Case>(s => s.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.ToDispatch).OrderBy(c => c.Id).FirstAsync());
        var demand = await services.With<DemandBook, DemandFacts>(d => d.Read(row.Id, default));
        var use = new CaseUse(row.Id, row.Name, row.UnitId, row.ProviderId, UseStand.Granted, null, "", new Dictionary<long, GrantedWay>());
        return new(services, use) { Rows = [.. demand.Items.Where(i => i.ResourceId == demand.Items[0].ResourceId).Select(i => i.Id)] };
    }

    /// <summary>The case grants all rows in this way; by no way it grants none of them.</summary>
    public Task Grants(GrantedWay? way = GrantedWay.Plain) => Moves(UseStand.Granted, "按答复", way is { } one ? Rows.ToDictionary(r => r, _ => one) : []);

    /// <summary>The case is suspended.</summary>
    public Task Suspends(string why) => Moves(UseStand.Suspended, why, []);

    /// <summary>Its grants, the first made first.</summary>
    public Task<List<Grant>> All() => Services.With<Store, List<Grant>>(s => s.Set<Grant>().AsNoTracking().Where(g => g.CaseId == _use.CaseId).OrderBy(g => g.Id).ToListAsync());

    /// <summary>Its only grant.</summary>
    public async Task<Grant> Grant() => (await All()).Single();

    /// <summary>The data centre suspends the only grant.</summary>
    public async Task<Result<Done>> Suspend(string why)
    {
        var grant = await Grant();
        return await Services.With<SuspendGrant, Result<Done>>(s => s.Run(grant.Id, grant.Edit, why, Centre, default));
    }

    /// <summary>The data centre lets the only grant go on.</summary>
    public async Task<Result<Done>> Resume(string why = "已整改")
    {
        var grant = await Grant();
        return await Services.With<SuspendGrant, Result<Done>>(s => s.Resume(grant.Id, grant.Edit, why, Centre, default));
    }

    /// <summary>The data centre limits the only grant.</summary>
    public async Task<Result<Done>> Limit(int quota, int rate, string why)
    {
        var grant = await Grant();
        return await Services.With<LimitGrant, Result<Done>>(l => l.Run(grant.Id, grant.Edit, quota, rate, why, Centre, default));
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private async Task Moves(UseStand stand, string why, Dictionary<long, GrantedWay> items)
    {
        await using var scope = Services.Scope();
        await scope.ServiceProvider.GetServices<ICaseListener>().OfType<FollowCase>().Single().UseChanged(_use with { Stand = stand, Why = why, Items = items }, Centre, default);
        await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
    }
}
