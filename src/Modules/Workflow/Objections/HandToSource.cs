using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>溯源: the provider names the unit and the system that the data come from, and asks it. Its own term goes on: who feeds back stays the same.</summary>
internal sealed class HandToSource(MoveObjection move, IOrganizationDirectory organizations)
{
    private static readonly Fault Required = new("workflow.objection.source.required", "请选择数据来自哪个单位。", "source");
    private static readonly Fault Itself = new("workflow.objection.source.own", "源头就是本单位的，请核实后直接反馈结果。", "source");

    /// <summary>Hands it over.</summary>
    public async Task<Result<Done>> Run(long id, int edit, long sourceId, string system, string note, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, ObjectionAct.HandToSource, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var units = await organizations.Tree(cancel);
        var faults = Texts.Check(("system", "来源系统", system, 200, false), ("ask", "请对方核实什么", note, 1000, true));
        if (units.Find(sourceId) is not { } source) faults.Add(Required);
        else if (units.Family(source.Id).Contains(at.Row.ProviderId)) faults.Add(Itself);
        if (faults.Count > 0) return faults;
        (at.Row.SourceId, at.Row.SourceSystem) = (units.Living(sourceId), system.Trim());
        return await move.Save(at.Row, at.Move, note.Trim(), actor, cancel);
    }
}
