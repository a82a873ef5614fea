using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Cases;

/// <summary>The one way in which a case moves: a line of the table, by somebody whom it names, with its step, its clock and its event in one unit of work.</summary>
internal sealed class MoveCase(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, ClockBook clocks, JobQueue jobs, TellOfCase tell, TellOfUse use)
{
    /// <summary>The case and the line of the table for an act that this person may do now; <paramref name="edit"/> is the number of what was seen.</summary>
    public async Task<Result<(Case Row, CaseMove Move)>> Find(long id, int edit, CaseAct act, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await CaseAccess.Visible(store.Set<Case>(), actor, units).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (row is null) return CaseFaults.NotFound;
        var moves = CaseFlow.Table.Where(m => m.From == row.State && m.Act == act).ToList();
        if (moves.Count == 0) return CaseFaults.NotNow;
        if (moves.Find(m => CaseAccess.Is(m.By, row, actor, units) && actor.Is(m.Roles)) is not { } move) return CaseFaults.NotYours;
        return row.Edit == edit ? (row, move) : CaseFaults.ChangedMeanwhile;
    }

    /// <summary>Makes the move; the caller saves, or lets <see cref="Save"/> do it.</summary>
    public async Task Make(Case row, CaseMove move, string note, Actor actor, CancellationToken cancel, object? evidence = null)
    {
        var before = row.State;
        row.State = move.To;
        row.Handed |= row.State is CaseState.ToAnswer or CaseState.ToSupply;
        await clocks.Step(row, move.Clock, CaseTerms.Of(row), cancel, dropped: row.State == CaseState.Withdrawn);
        // Nobody decides any more on more time for what is done.
        if (move.Clock is ClockStep.Next or ClockStep.End) (row.ExtensionDays, row.ExtensionReason) = (0, "");
        row.ClosedAt = CaseFlow.Ends.Contains(row.State) ? clock.GetUtcNow() : null;
        if (row.State is CaseState.ToSupply or CaseState.ToSupplyMore) jobs.AddOnce(actor, FollowLists.JobKind, new FollowOrder(row.Id));
        row.Touch(ids, clock);
        store.Add(new CaseStep { Id = ids.Next(), CaseId = row.Id, Act = move.Act, State = row.State, Note = note, UnitId = actor.UnitId, Person = actor.Name, PersonId = actor.PersonId, At = clock.GetUtcNow() });
        audit.Add(actor, WorkflowAudit.Of(move.Act), WorkflowAudit.Of(row), before: new { State = before }, after: new { row.State, row.DueOn, row.Answered, SignOff = evidence }, why: note);
        await tell.Moved(row, move, actor, cancel);
        await use.Moved(row, before, move.Act, note, actor, cancel);
    }

    /// <summary>Makes the move and saves.</summary>
    public async Task<Result<Done>> Save(Case row, CaseMove move, string note, Actor actor, CancellationToken cancel, object? evidence = null)
    {
        await Make(row, move, note, actor, cancel, evidence);
        return await store.TrySave(cancel) ? new Done() : CaseFaults.ChangedMeanwhile;
    }
}
