using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>签署答复: the head of the provider's sharing office consents before the answer goes out, in the system or on paper (政务数据共享条例 20).</summary>
internal sealed class SignAnswer(Store store, MoveCase move, SignOffBook signOffs, DemandBook demands)
{
    /// <summary>Signs the answer, or sends the draft back.</summary>
    public async Task<Result<Done>> Run(long id, int edit, SignOffInput verdict, Actor actor, CancellationToken cancel)
    {
        var answers = await store.Set<CaseAnswer>().AsNoTracking().Where(a => a.CaseId == id).ToListAsync(cancel);
        var answered = CaseWords.Whole(answers.ConvertAll(a => a.Verdict));
        var act = !verdict.Agrees ? CaseAct.ReturnDraft : answered == Answered.Refused ? CaseAct.Refuse : CaseAct.Consent;
        var found = await move.Find(id, edit, act, actor, cancel);
        if (!found.TryGet(out var at)) return found.Faults.ToList();
        var faults = signOffs.Check(verdict);
        if (verdict.Paper is null && !actor.Is(Roles.UnitHead)) faults.Add(CaseFaults.HeadNeeded);
        // An entry may have taken force since the draft.
        if (verdict.Agrees) faults.AddRange(ForbiddenItems.Refusals(await demands.Read(id, cancel), answers.ToDictionary(a => a.ItemId, a => a.Verdict), "verdict"));
        if (faults.Count > 0) return faults;
        var signed = signOffs.Add(actor, WorkflowAudit.CaseKind, id, Roles.UnitHead, verdict);
        if (verdict.Agrees) at.Row.Answered = answered;
        return await move.Save(at.Row, at.Move, verdict.Opinion.Trim(), actor, cancel, signed.Evidence());
    }
}
