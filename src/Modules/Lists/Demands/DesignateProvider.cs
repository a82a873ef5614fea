using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Lists.Generation;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>指定提供单位: where it is not clear who holds the data, it is said here which unit is responsible (上海市数据条例 26). A listed demand is then proposed to it.</summary>
internal sealed class DesignateProvider(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, GenerationOrders generation, KeepRepeats repeats, IEnumerable<IDemandListener> listeners)
{
    /// <summary>Names the provider of one demand that has none; <paramref name="to"/> is a name or code of the unit.</summary>
    public async Task<Result<Done>> Run(long id, string to, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.City)) return DemandFaults.NotYours;
        var row = await store.Set<Demand>().SingleOrDefaultAsync(d => d.Id == id && d.State != DemandState.Draft, cancel);
        if (row is null) return DemandFaults.NotFound;
        if (!Waits(row)) return DemandFaults.NotNow;
        var units = await organizations.Tree(cancel);
        if (units.Resolve(to) is not { } provider) return new Fault("lists.demand.provider.unknown", "没有这个单位，请写全称、简称或代码。", "provider");
        if (provider == units.Find(row.UnitId)?.Id) return new Fault("lists.demand.provider.self", "提供单位不能是需求单位自己。", "provider");

        await using var writing = await turn.Begin(cancel);
        row.ProviderId = provider;
        row.Touch(ids, clock);
        audit.Add(actor, ListsAudit.DemandProviderDesignated, ListsAudit.Of(row), before: new { ProviderId = 0 }, after: new { row.ProviderId });
        if (row.State == DemandState.Listed) generation.Add(provider, actor);
        foreach (var listener in listeners) await listener.ProviderChanged([id], provider, actor, cancel);
        if (!await store.TrySave(cancel)) return DemandFaults.ChangedMeanwhile;
        await repeats.Look([id], cancel);
        await writing.CommitAsync(cancel);
        return new Done();
    }

    /// <summary>True when a demand waits for its provider to be named.</summary>
    public static bool Waits(Demand row) => row is { ProviderId: 0, State: DemandState.InCheck or DemandState.Listed };
}
