using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Updates;

/// <summary>报送审核: the update is complete and goes to the authority, within the term from the change (政务数据共享条例 17 II). The resources themselves are handed in within the catalogue.</summary>
internal sealed class SubmitUpdate(MoveUpdate move, Concerned concerned)
{
    private static readonly Fault What = new("workflow.update.what-was-done", "没有列出涉及的目录。请写明更新了什么，或者先补充目录。", "note");

    /// <summary>Hands it in.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string note, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, UpdateAct.Submit, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("note", "更新情况", note, 1000, false));
        var all = await concerned.Of(at.Row, cancel);
        if (all.Count == 0 && string.IsNullOrWhiteSpace(note)) faults.Add(What);
        var owed = all.Where(r => r.Owed).ToList();
        if (owed.Count > 0)
            faults.Add(new("workflow.update.owed", "还有 {0} 个目录既没有报送、发布，也没有标明不需修改：{1}。", "resource", FaultKind.Conflict, owed.Count, Names(owed)));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, note.Trim(), actor, cancel);
    }

    /// <summary>The first few by name.</summary>
    public static string Names(IEnumerable<Standing> some) => string.Join('、', some.Take(3).Select(r => r.Name));
}
