using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Disputes;

/// <summary>What a person gives when a dispute moves on.</summary>
/// <param name="Text">What the table asks to be written.</param>
/// <param name="Document">Number of the minutes or of the decision; owed for the government's.</param>
/// <param name="Verdicts">When it is settled: what becomes of each item that was refused, by its id; an item not named stays refused.</param>
internal sealed record DisputeInput(string Text, string Document = "", IReadOnlyDictionary<long, Verdict>? Verdicts = null);

/// <summary>The one way in which a dispute moves: a line of its table. Settled, it says beside the answers what holds now and moves its case on in the same unit of work.</summary>
internal sealed class MoveDispute(Store store, AuditLog audit, IdSource ids, TimeProvider clock, ClockBook clocks, MoveCase cases, IOrganizationDirectory organizations, NoticeBook notices, DemandBook demands)
{
    /// <summary>Makes one move and saves.</summary>
    public async Task<Result<Done>> Run(long id, int edit, DisputeAct act, DisputeInput input, Actor actor, CancellationToken cancel)
    {
        var made = await Make(id, edit, act, input, actor, cancel);
        if (!made.Ok) return made;
        return await store.TrySave(cancel) ? new Done() : DisputeAccess.ChangedMeanwhile;
    }

    /// <summary>Makes one move; the caller saves. <paramref name="edit"/> null: it was looked at in this unit of work.</summary>
    public async Task<Result<Done>> Make(long id, int? edit, DisputeAct act, DisputeInput input, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await DisputeAccess.Visible(store.Set<Dispute>(), actor, units).SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (row is null) return DisputeAccess.NotFound;
        if (DisputeFlow.Table.FirstOrDefault(m => m.From == row.State && m.Act == act) is not { } move) return DisputeAccess.NotNow;
        if (!DisputeAccess.May(move, row, actor, units)) return CaseFaults.NotYours;
        if (edit is not null && row.Edit != edit) return DisputeAccess.ChangedMeanwhile;
        var faults = Texts.Check(("text", move.Says, input.Text, 2000, true), ("document", "文号", input.Document, 100, act == DisputeAct.Decide));
        if (faults.Count > 0) return faults;
        if (act == DisputeAct.Agree && input.Verdicts?.Values.Any(v => v != Verdict.Refuse) != true) return DisputeAccess.AgreedOnNothing;
        if (move.Settles && await Settle(row, move, input, actor, cancel) is { Count: > 0 } refused) return refused;
        row.State = move.To;
        (row.Outcome, row.DocumentNumber) = move.Settles ? (input.Text.Trim(), input.Document.Trim()) : (row.Outcome, row.DocumentNumber);
        if (DisputeFlow.Turn(row.State) is null) row.ClosedAt = clock.GetUtcNow();
        await clocks.Step(row, move.Clock, DisputeFlow.Term(row), cancel, dropped: row.State == DisputeState.Dropped);
        row.Touch(ids, clock);
        store.Add(new DisputeStep { Id = ids.Next(), DisputeId = id, Act = act, State = row.State, Note = input.Text.Trim(), UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        await Tell(row, act, actor, cancel);
        audit.Add(actor, DisputeAudit.Moved, DisputeAudit.Of(row), after: new { row.State, row.DueOn, row.DocumentNumber }, why: input.Text.Trim());
        return new Done();
    }

    private async Task Tell(Dispute row, DisputeAct act, Actor actor, CancellationToken cancel)
    {
        var href = $"/workflow/disputes/{row.Id}";
        if (DisputeFlow.Turn(row.State) == Party.Authority) await notices.Tell(actor, NoticeKind.Turn, DisputeAudit.Of(row), [], [Roles.Authority], "轮到您办理争议“{0}”：{1}。", href, cancel, row.Name, row.State.Text());
        await notices.Tell(actor, NoticeKind.Progress, DisputeAudit.Of(row), [row.UnitId, row.ProviderId], [Roles.Liaison, Roles.UnitHead], "争议“{0}”：{1}，现在{2}。", href, cancel, row.Name, act.Text(), row.State.Text());
    }

    // Upheld, the case stays where it is; what is granted after all is owed within the term of supply (政务数据共享条例 22).
    private async Task<List<Fault>> Settle(Dispute row, DisputeMove move, DisputeInput input, Actor actor, CancellationToken cancel)
    {
        var granted = (input.Verdicts ?? new Dictionary<long, Verdict>()).Where(v => v.Value != Verdict.Refuse).ToDictionary(v => v.Key, v => v.Value);
        var answers = await store.Set<CaseAnswer>().Refused().Where(a => a.CaseId == row.CaseId).ToListAsync(cancel);
        if (granted.Keys.Except(answers.Select(a => a.ItemId)).Any()) return [DisputeAccess.NotRefused];
        if (granted.Count == 0) return [];
        var matter = await store.Set<Case>().SingleAsync(c => c.Id == row.CaseId, cancel);
        if (DisputeAccess.Hindrance(matter) is { } hindrance) return [hindrance];
        if (ForbiddenItems.Refusals(await demands.Read(row.CaseId, cancel), granted, "verdicts") is { Count: > 0 } forbidden) return forbidden;
        var line = CaseFlow.Table.Single(m => m.From == matter.State && m.Act == CaseAct.Settle && m.By == move.By);
        foreach (var answer in answers.Where(a => granted.ContainsKey(a.ItemId))) (answer.Settled, answer.SettledBy) = (granted[answer.ItemId], row.Id);
        await cases.Make(matter, line, input.Text.Trim(), actor, cancel, new { input.Document });
        return [];
    }
}
