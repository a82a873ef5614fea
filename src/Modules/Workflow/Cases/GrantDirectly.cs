using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Cases;

/// <summary>
/// 直接授权: what is in the catalogue and not on the negative list may be shared directly, where scenario and commitment are given (上海市数据条例 39 I).
/// The data centre says so, the provider is informed; nothing is granted by itself.
/// </summary>
internal sealed class GrantDirectly(Store store, MoveCase move, DemandBook demands)
{
    /// <summary>Grants one case.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string note, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.GrantDirectly, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var demand = await demands.Read(id, cancel);
        List<Fault> faults = [.. Texts.Check(("note", "说明", note, 500, false)), .. Hindrances(demand)];
        if (faults.Count > 0) return faults;
        at.Row.Kind = CaseKinds.Of(demand);
        foreach (var (item, i) in demand.Items.Select((item, i) => (item, i)))
            store.Add(CaseAnswer.To(id, item, i + 1, Verdict.Agree));
        return await move.Save(at.Row, at.Move, note.Trim(), actor, cancel);
    }

    /// <summary>Why a demand cannot be granted directly; empty when it can.</summary>
    public static List<Fault> Hindrances(DemandFacts demand)
    {
        var faults = new List<Fault>();
        if (!demand.InCatalog) faults.Add(new("workflow.direct.outside", "目录外的数据不能直接授权，请分派给责任部门确认（上海市数据条例第三十九条）。", null, FaultKind.Conflict));
        if (demand.ProviderId == 0) faults.Add(new("workflow.direct.provider", "还没有指明提供单位。", "provider"));
        if (demand.Items.FirstOrDefault(i => i.Forbidden.Length > 0) is { } forbidden)
            faults.Add(new("workflow.direct.negative", "“{0}”在负面清单中（{1}），不能直接授权。", null, FaultKind.Conflict, forbidden.Name, forbidden.Forbidden));
        if (demand.Items.FirstOrDefault(i => i.Forbidden.Length == 0 && i.Share is null) is { } unlisted)
            faults.Add(new("workflow.direct.unlisted", "“{0}”还没有列入责任清单，请先由提供单位确认，或者分派给它答复。", null, FaultKind.Conflict, unlisted.Name));
        if (demand.Items.FirstOrDefault(i => i.ResourceId != 0 && i.Resource.Length == 0) is { } gone)
            faults.Add(new("workflow.direct.gone", "“{0}”所在的数据资源已经下线，不能授权。请与提供单位确认；需求单位可以撤回，改用别的资源。", null, FaultKind.Conflict, gone.Name));
        if (demand.Scenario.Length == 0 || !demand.Committed) faults.Add(new("workflow.direct.scenario", "没有写明应用场景或者没有承诺，不能直接授权（上海市数据条例第三十九条）。", null, FaultKind.Conflict));
        return faults;
    }
}
