using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Systems.Planning;

/// <summary>转为目录草稿: every planned resource that has no draft yet and is not in the catalogue becomes a draft of the unit, all or none.</summary>
internal sealed class DraftPlan(Store store, RegisterAccess access, ComparePlan compare, CatalogDrafts drafts, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private static readonly Fault Nothing = new("catalog.system.plan.nothing-to-draft", "预编目的目录都已有草稿或已编目。", null, FaultKind.Conflict);
    private static readonly Fault Changed = new("catalog.system.plan.drafted-meanwhile", "别人刚刚改动了这个系统，草稿没有生成。请刷新后再试。", null, FaultKind.Conflict);

    /// <summary>Makes them; the answer says how many.</summary>
    public async Task<Result<int>> Run(long systemId, Actor actor, CancellationToken cancel)
    {
        var system = await (await access.Own<InformationSystem>(actor, cancel)).SingleOrDefaultAsync(s => s.Id == systemId, cancel);
        if (system is null) return RegisterFaults.NoSystem;
        var missing = (await compare.Run(system, cancel)).Where(l => l.Outcome == PlanOutcome.Missing).Select(l => l.Planned).ToHashSet();
        var rows = await store.Set<PlannedResource>().Where(p => p.SystemId == systemId).OrderBy(p => p.Place).ToListAsync(cancel);
        var wanted = rows.FindAll(p => missing.Contains(p.Name));
        if (wanted.Count == 0) return Nothing;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        // First, so that of two who press at once the second makes nothing.
        system.Touch(ids, clock);
        audit.Add(actor, CatalogAudit.PlanDrafted, CatalogAudit.Of(system), after: wanted.ConvertAll(p => p.Name));
        if (!await store.TrySave(cancel)) return Changed;
        foreach (var row in wanted)
            row.DraftId = await drafts.Add(new DraftFacts(actor.UnitId, row.Name, row.Frequency, RegisterText.Lines(row.Items), system.Name) { SystemName = system.Name, Share = row.Share }, actor, cancel);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return wanted.Count;
    }
}
