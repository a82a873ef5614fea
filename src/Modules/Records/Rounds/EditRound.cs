using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Rounds;

/// <summary>Mends the notice or moves the day. <c>edit</c> is the number the form was loaded with.</summary>
internal sealed class EditRound(Store store, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Saves; reports are not touched.</summary>
    public async Task<Result<Done>> Run(long id, int edit, RoundInput input, string why, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<Round>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } round) return RoundFaults.NotFound;
        if (round.State == RoundState.Closed) return RoundFaults.Closed;
        var faults = input.Faults(out var notice, out var due);
        if (due != round.DueOn && why.Trim().Length == 0) faults.Add(new("records.round.due-why", "改截止日期请写明原因，会留在审计记录里。", "why"));
        if (faults.Count > 0) return faults;
        if (round.Edit != edit) return RoundFaults.ChangedMeanwhile;
        var before = new { round.Title, round.NoticeNumber, round.NoticeOn, round.DueOn, round.Note };
        (round.Title, round.NoticeNumber, round.NoticeOn, round.DueOn, round.Note) = (input.Title.Trim(), input.NoticeNumber.Trim(), notice, due, input.Note.Trim());
        round.Touch(ids, clock);
        audit.Add(actor, RoundAudit.Edited, round.AsSubject(), before, new { round.Title, round.NoticeNumber, round.NoticeOn, round.DueOn, round.Note }, why.Trim());
        return await store.TrySave(cancel) ? new Done() : RoundFaults.ChangedMeanwhile;
    }
}
