using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Updates;

/// <summary>Which resources are meant.</summary>
/// <param name="ResourceIds">These.</param>
/// <param name="All">All that are still owed.</param>
internal sealed record UnaffectedChoice(IReadOnlyCollection<long> ResourceIds, bool All);

/// <summary>不需修改: the unit says of resources why they stay as they are; the authority sees it when it reviews.</summary>
internal sealed class MarkUnaffected(Store store, MoveUpdate move, Concerned concerned)
{
    private static readonly Fault Nothing = new("workflow.update.unaffected.none", "请先勾选还没有修改的目录，或者选“还没有修改的全部”。", "resource");

    /// <summary>Marks them, and gives how many.</summary>
    public async Task<Result<int>> Run(long id, int edit, UnaffectedChoice choice, string reason, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, UpdateAct.Submit, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("reason", "不需修改的理由", reason, 500, true));
        var all = await concerned.Of(at.Row, cancel);
        List<Standing> chosen = [.. all.Where(r => choice.All ? r.Owed : choice.ResourceIds.Contains(r.Row.ResourceId))];
        if (chosen.Count == 0) faults.Add(Nothing);
        if (chosen.Find(r => r.Progress is not (Progress.Unchanged or Progress.Drafting)) is { } done) faults.Add(new("workflow.update.unaffected.done", "“{0}”已经报送、发布或者下线，不用标明。", "resource", FaultKind.Conflict, done.Name));
        if (faults.Count > 0) return faults;
        foreach (var one in chosen) one.Row.Unaffected = reason.Trim();
        move.Note(at.Row, UpdateAudit.MarkedUnaffected, new { Resources = chosen.ConvertAll(r => r.Name) }, reason.Trim(), actor);
        return await store.TrySave(cancel) ? chosen.Count : UpdateFaults.ChangedMeanwhile;
    }
}
