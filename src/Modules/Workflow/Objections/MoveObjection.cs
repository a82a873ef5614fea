using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Objections;

/// <summary>The one way in which an objection moves: a line of the table, by somebody whom it names, with its step, its clock, the mark on the data, its notices and its event in one unit of work.</summary>
internal sealed class MoveObjection(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, ClockBook clocks, NoticeBook notices)
{
    /// <summary>The objection and the line of the table for an act that this person may do now; <paramref name="edit"/> is the number of what was seen.</summary>
    public async Task<Result<(Objection Row, ObjectionMove Move)>> Find(long id, int edit, ObjectionAct act, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await ObjectionAccess.Visible(store, actor, units).SingleOrDefaultAsync(o => o.Id == id, cancel);
        if (row is null) return ObjectionFaults.NotFound;
        if (ObjectionFlow.Table.FirstOrDefault(m => m.From == row.State && m.Act == act) is not { } move) return ObjectionFaults.NotNow;
        if (!ObjectionAccess.Is(move.By, row, actor, units) || !actor.Is(move.Roles)) return ObjectionFaults.NotYours;
        return row.Edit == edit ? (row, move) : ObjectionFaults.ChangedMeanwhile;
    }

    /// <summary>Begins a new one: received by the provider today, its term counts from tomorrow.</summary>
    public async Task Begin(Objection row, Actor actor, CancellationToken cancel)
    {
        await Step(row, ClockStep.Next, cancel);
        Write(row, ObjectionAct.Raise, null, row.What, actor);
        store.Add(row);
        await Tell(row, ObjectionAct.Raise, actor, cancel);
    }

    /// <summary>Makes the move and saves.</summary>
    public async Task<Result<Done>> Save(Objection row, ObjectionMove move, string note, Actor actor, CancellationToken cancel)
    {
        var before = row.State;
        row.State = move.To;
        await Step(row, move.Clock, cancel);
        row.ContestedOn = ObjectionFlow.Contested.Contains(row.State) ? row.ContestedOn ?? clock.Today() : null;
        if (ObjectionFlow.Ends.Contains(row.State)) row.ClosedAt = clock.GetUtcNow();
        Write(row, move.Act, new { State = before }, note, actor);
        await Tell(row, move.Act, actor, cancel);
        return await store.TrySave(cancel) ? new Done() : ObjectionFaults.ChangedMeanwhile;
    }

    private Task Step(Objection row, ClockStep step, CancellationToken cancel) =>
        clocks.Step(row, step, ObjectionFlow.Term(row), cancel, dropped: row.State == ObjectionState.Withdrawn);

    private async Task Tell(Objection row, ObjectionAct act, Actor actor, CancellationToken cancel)
    {
        var (about, href) = (ObjectionAudit.Of(row), $"/workflow/objections/{row.Id}");
        long[] turn = ObjectionFlow.Turn(row.State) switch { ObjectionParty.Raiser => [row.UnitId], ObjectionParty.Provider => [row.ProviderId], ObjectionParty.Source => [row.SourceId], _ => [] };
        var roles = ObjectionFlow.Turn(row.State) == ObjectionParty.Authority ? [Roles.Authority] : ObjectionFlow.Unit;
        if (ObjectionFlow.Turn(row.State) is not null) await notices.Tell(actor, NoticeKind.Turn, about, turn, roles, "轮到您办理数据异议“{0}”：{1}。", href, cancel, row.Resource, row.State.Text());
        await notices.Tell(actor, NoticeKind.Progress, about, [row.UnitId, row.ProviderId, row.SourceId], ObjectionFlow.Unit, "数据异议“{0}”：{1}，现在{2}。", href, cancel, row.Resource, act.Text(), row.State.Text());
    }

    private void Write(Objection row, ObjectionAct act, object? before, string note, Actor actor)
    {
        row.Touch(ids, clock);
        store.Add(new ObjectionStep { Id = ids.Next(), ObjectionId = row.Id, Act = act, State = row.State, Note = note, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        audit.Add(actor, ObjectionAudit.Of(act), ObjectionAudit.Of(row), before: before, after: new { row.State, row.DueOn, row.ContestedOn }, why: note);
    }
}
