using Qingdan.Lists.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Workflow.Cases;

/// <summary>分派: the data centre hands the case to the unit that holds the data. How the data stand in the catalogue decides which term runs.</summary>
internal sealed class DispatchCase(MoveCase move, DemandBook demands)
{
    private static readonly Fault NoProvider = new("workflow.case.provider.required", "还没有指明提供单位。请先在需求页指定提供单位（上海市数据条例第二十六条）。", "provider");

    /// <summary>Hands over one case; <paramref name="note"/> tells the provider what was found.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string note, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.Dispatch, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("note", "分派说明", note, 500, false));
        if (at.Row.ProviderId == 0) faults.Add(NoProvider);
        if (faults.Count > 0) return faults;
        at.Row.Kind = Kind(await demands.Read(id, cancel));
        return await move.Save(at.Row, at.Move, note.Trim(), actor, cancel);
    }

    /// <summary>What the list does not state as 无条件共享 takes the longer term.</summary>
    public static CaseKind Kind(DemandFacts demand) =>
        !demand.InCatalog ? CaseKind.Outside : demand.Items.All(i => i.Share == ShareProperty.Unconditional) ? CaseKind.Unconditional : CaseKind.Conditional;
}
