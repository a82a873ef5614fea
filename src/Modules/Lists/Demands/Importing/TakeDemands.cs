using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>
/// 生成草稿: each demand of a workbook that can be taken becomes a draft of the own unit, never more. Each is saved by itself as a form would be; a draft of the same name
/// is changed and not made twice, so that what broke off is done again without harm.
/// </summary>
internal sealed class TakeDemands(Store store, AuditLog audit, FindImports imports, ReadDemands read, SaveDemand save)
{
    /// <summary>Takes a workbook; how many drafts were made and changed.</summary>
    public async Task<Result<(int Made, int Changed)>> Run(long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return DemandFaults.NotYours;
        if (await imports.One(id, actor, cancel) is not { } row) return FindImports.NotFound;
        if (row.State != DemandImportState.Ready || row.Edit != edit) return FindImports.ChangedMeanwhile;
        var found = await read.Run(row, cancel);
        if (!found.TryGet(out var plan)) return found.As<(int, int)>();
        if (plan.Count(PlanKind.New) + plan.Count(PlanKind.Changed) == 0) return new Fault("lists.demand.import.nothing", "这本工作簿没有可以生成的草稿：有问题的请按回执改好再传。", null, FaultKind.Conflict);
        var (made, changed) = (0, 0);
        foreach (var demand in plan.Demands)
        {
            if (demand.Kind == PlanKind.New && await save.Create(demand.Input, actor, cancel) is { Ok: false } refused) return refused.As<(int, int)>();
            if (demand.Kind == PlanKind.Changed && await save.Update(demand.Id, demand.Edit, demand.Input, actor, cancel) is { Ok: false } stopped) return stopped.As<(int, int)>();
            if (demand.Kind == PlanKind.New) made++;
            if (demand.Kind == PlanKind.Changed) changed++;
            store.ChangeTracker.Clear();
        }
        row = (await imports.One(id, actor, cancel))!;
        (row.State, row.Made, row.Changed) = (DemandImportState.Taken, made, changed);
        row.Edit++;
        audit.Add(actor, ListsAudit.DemandsTaken, ListsAudit.Of(row), after: new { Created = made, Updated = changed });
        return await store.TrySave(cancel) ? (made, changed) : FindImports.ChangedMeanwhile;
    }
}
