using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Cases;

/// <summary>补正: the requester gives what was named; the provider's clock goes on.</summary>
internal sealed class SupplementCase(MoveCase move)
{
    /// <summary>Gives it, in words.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string given, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, CaseAct.Supplement, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = Texts.Check(("given", "补充的内容", given, 4000, true));
        return faults.Count > 0 ? faults : await move.Save(at.Row, at.Move, given.Trim(), actor, cancel);
    }
}
