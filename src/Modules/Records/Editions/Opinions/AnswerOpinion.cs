using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions.Opinions;

/// <summary>处理意见: 采纳, 部分采纳 or 不采纳, the last two with the reason. An answer can be changed until the round is closed.</summary>
internal sealed class AnswerOpinion(Store store, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Answers one; <paramref name="edit"/> is the number of what was seen.</summary>
    public async Task<Result<Done>> Run(long editionId, long id, int edit, string verdict, string reason, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return EditionFaults.NotYours;
        var edition = await store.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == editionId, cancel);
        if (edition is null) return EditionFaults.NotFound;
        if (await store.Set<Opinion>().SingleOrDefaultAsync(o => o.Id == id && o.EditionId == editionId, cancel) is not { } row) return EditionFaults.OpinionNotFound;
        if (edition.State != EditionState.Consulting || row.Round != edition.Round) return EditionFaults.NotNow;
        if (row.Edit != edit) return EditionFaults.ChangedMeanwhile;
        List<Fault> faults = [];
        if (!Enum.TryParse<Verdict>(verdict, out var said) || !Enum.IsDefined(said) || said == Verdict.Open) faults.Add(new("records.opinion.verdict", "请选择采纳、部分采纳或者不采纳。", "verdict"));
        if (EditionFaults.Text("reason", "理由", reason, GiveOpinion.MostText, required: said is Verdict.Partly or Verdict.Rejected) is { } fault) faults.Add(fault);
        if (faults.Count > 0) return faults;
        var before = new { row.Verdict, row.Reason };
        (row.Verdict, row.Reason, row.AnsweredBy, row.AnsweredAt) = (said, reason.Trim(), actor.Name, clock.GetUtcNow());
        row.Touch(ids, clock);
        audit.Add(actor, EditionAudit.OpinionAnswered, row.AsSubject(), before: before, after: new { row.Verdict, row.Reason });
        return await store.TrySave(cancel) ? new Done() : EditionFaults.ChangedMeanwhile;
    }
}
