using Qingdan.Lists.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Registers;

namespace Qingdan.Workflow.Cases;

/// <summary>提供数据: what was granted is there for the requester (政务数据共享条例 22).</summary>
internal sealed class SupplyData(MoveCase move, DemandBook demands, CollectedData collected)
{
    /// <summary>Says how; <paramref name="where"/> is the address of the service or the name of the table.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string way, string where, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.Supply, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("where", "数据在哪里", where, 500, true));
        if (!Enum.TryParse<SupplyWay>(way, out var chosen) || !Enum.IsDefined(chosen) || chosen == SupplyWay.None) faults.Add(new("workflow.supply.way.required", "请选择提供方式。", "way"));
        else if (chosen == SupplyWay.Collected && await collected.Missing(await demands.Read(id, cancel), cancel) is { Count: > 0 } missing)
            faults.Add(new("workflow.supply.not-collected", "归集登记里没有“{0}”，不能按“已归集直授”提供。请大数据中心先登记，或者改选归集补数、部门接口。", "way", FaultKind.Conflict, string.Join("”“", missing)));
        if (faults.Count > 0) return faults;
        (at.Row.Supply, at.Row.SupplyNote) = (chosen, where.Trim());
        at.Row.UsableUntil ??= (await demands.Read(id, cancel)).EndsOn;
        return await move.Save(at.Row, at.Move, where.Trim(), actor, cancel);
    }
}
