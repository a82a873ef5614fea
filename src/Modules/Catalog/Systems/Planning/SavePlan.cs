using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Systems.Planning;

/// <summary>保存预编目: replaces the planned resources of a system that is not launched yet. <c>edit</c> is the system's number the form was loaded with.</summary>
internal sealed class SavePlan(Store store, RegisterAccess access, AuditLog audit, IdSource ids, TimeProvider clock)
{
    public const int MostRows = 200, MostName = 128, MostItems = 500;

    private static readonly Fault Launched = new("catalog.system.plan.launched", "只有规划中和在建的系统可以预编目；已运行的系统请直接编目。", null, FaultKind.Conflict);
    private static readonly Fault Changed = new("catalog.system.plan.changed", "您打开这一页之后，别人先保存了这个系统。您填的还在下面：请另开一页看过现在的内容，再保存一次。", null, FaultKind.Conflict);

    /// <summary>Saves the rows in their order, blank ones left out; the answer says how many.</summary>
    public async Task<Result<int>> Run(long systemId, int edit, IReadOnlyList<PlanRow> rows, Actor actor, CancellationToken cancel)
    {
        var system = await (await access.Own<InformationSystem>(actor, cancel)).SingleOrDefaultAsync(s => s.Id == systemId, cancel);
        if (system is null) return RegisterFaults.NoSystem;
        if (system.State is not (SystemState.Planned or SystemState.Building)) return Launched;
        if (system.Edit != edit) return Changed;
        var faults = Faults(rows);
        if (faults.Count > 0) return faults;
        var stored = await store.Set<PlannedResource>().Where(p => p.SystemId == systemId).OrderBy(p => p.Place).ToListAsync(cancel);
        var before = stored.ConvertAll(PlanRow.Of);
        var written = rows.Where(r => !r.IsBlank()).Select((row, i) => Fill(row, i + 1, systemId, stored)).ToList();
        store.RemoveRange(stored.Except(written));
        system.Touch(ids, clock);
        audit.Add(actor, CatalogAudit.PlanSaved, CatalogAudit.Of(system), before, written.ConvertAll(PlanRow.Of));
        return await store.TrySave(cancel) ? written.Count : Changed;
    }

    private PlannedResource Fill(PlanRow row, int place, long systemId, List<PlannedResource> stored)
    {
        var plan = stored.Find(p => p.Id == row.Id);
        if (plan is null) store.Add(plan = new PlannedResource { Id = ids.Next(), SystemId = systemId, Name = "" });
        (plan.Place, plan.Name, plan.Items) = (place, row.Name.Trim(), string.Join('\n', RegisterText.Lines(row.Items)));
        (plan.Share, plan.Frequency) = (RegisterText.Choice<ShareProperty>(row.Share), RegisterText.Choice<UpdateFrequency>(row.Frequency));
        return plan;
    }

    private static List<Fault> Faults(IReadOnlyList<PlanRow> rows)
    {
        var (faults, seen) = (new List<Fault>(), new HashSet<string>());
        if (rows.Count > MostRows) faults.Add(new("catalog.system.plan.many", "一个系统最多预编 {0} 个目录。", "rows", FaultKind.Invalid, MostRows));
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, field) = (rows[i], $"rows[{i}].");
            if (row.IsBlank()) continue;
            var key = NameKey.Of(row.Name);
            if (key.Length == 0) faults.Add(new("catalog.system.plan.name.required", "第 {0} 行没有目录名称：请填写，或清空这一行。", field + "name", FaultKind.Invalid, i + 1));
            else if (!seen.Add(key)) faults.Add(new("catalog.system.plan.name.twice", "第 {0} 行的目录名称与前面的重复，请合并成一行。", field + "name", FaultKind.Invalid, i + 1));
            if (RegisterText.Lines(row.Items).Count > MostItems) faults.Add(new("catalog.system.plan.items.many", "第 {0} 行的数据项超过 {1} 个，请拆成几个目录。", field + "items", FaultKind.Invalid, i + 1, MostItems));
            if (row.Share.Length > 0 && RegisterText.Choice<ShareProperty>(row.Share) is null) faults.Add(new("catalog.system.plan.share.unknown", "第 {0} 行的共享属性请从所列的几种中选择。", field + "share", FaultKind.Invalid, i + 1));
            if (row.Frequency.Length > 0 && RegisterText.Choice<UpdateFrequency>(row.Frequency) is null) faults.Add(new("catalog.system.plan.frequency.unknown", "第 {0} 行的更新频率请从所列的几种中选择。", field + "frequency", FaultKind.Invalid, i + 1));
            faults.AddRange([.. RegisterText.Faults(row.Name, field + "name", "目录名称", MostName), .. RegisterText.Lines(row.Items).SelectMany(n => RegisterText.Faults(n, field + "items", "数据项", MostName))]);
        }
        return faults;
    }
}
