using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Updates;

/// <summary>The one way in which an update moves: a line of the table, by somebody whom it names, with its step, its clock, its notice and its event in one unit of work.</summary>
internal sealed class MoveUpdate(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, ClockBook clocks, NoticeBook notices)
{
    /// <summary>The page of an update.</summary>
    public static string Href(CatalogUpdate row) => $"/workflow/updates/{row.Id}";

    /// <summary>The update and the line of the table for an act that this person may do now; <paramref name="edit"/> is the number of what was seen.</summary>
    public async Task<Result<(CatalogUpdate Row, UpdateMove Move)>> Find(long id, int edit, UpdateAct act, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await UpdateAccess.Visible(store.Set<CatalogUpdate>(), actor, units).SingleOrDefaultAsync(u => u.Id == id, cancel);
        if (row is null) return UpdateFaults.NotFound;
        if (UpdateFlow.Table.FirstOrDefault(m => m.From == row.State && m.Act == act) is not { } move) return UpdateFaults.NotNow;
        if (!UpdateAccess.Is(move.By, row, actor, units) || !actor.Is(move.Roles)) return UpdateFaults.NotYours;
        return row.Edit == edit ? (row, move) : UpdateFaults.ChangedMeanwhile;
    }

    /// <summary>Begins a new one; its term counts from the day of the change. The caller saves.</summary>
    public async Task Begin(CatalogUpdate row, Actor actor, CancellationToken cancel)
    {
        await clocks.Begin(row, UpdateFlow.Term(row), cancel);
        await Write(row, UpdateAct.Open, null, row.What, actor, cancel);
        store.Add(row);
    }

    /// <summary>Makes the move; the caller saves.</summary>
    public async Task Make(CatalogUpdate row, UpdateMove move, string note, Actor actor, CancellationToken cancel)
    {
        var before = row.State;
        row.State = move.To;
        await clocks.Step(row, move.Clock, UpdateFlow.Term(row), cancel, dropped: row.State == UpdateState.Withdrawn);
        if (move.Act == UpdateAct.Extend) row.Extended += row.ExtensionDays;
        // Decided, or no longer of use.
        (row.ExtensionDays, row.ExtensionReason) = (0, "");
        if (UpdateFlow.Ends.Contains(row.State)) row.ClosedAt = clock.GetUtcNow();
        await Write(row, move.Act, new { State = before }, note, actor, cancel);
    }

    /// <summary>Makes the move and saves.</summary>
    public async Task<Result<Done>> Save(CatalogUpdate row, UpdateMove move, string note, Actor actor, CancellationToken cancel)
    {
        await Make(row, move, note, actor, cancel);
        return await store.TrySave(cancel) ? new Done() : UpdateFaults.ChangedMeanwhile;
    }

    /// <summary>Something about it changed that moves nothing: its event and its number. The caller saves.</summary>
    public void Note(CatalogUpdate row, AuditAction action, object? after, string why, Actor actor)
    {
        row.Touch(ids, clock);
        audit.Add(actor, action, UpdateAudit.Of(row), after: after, why: why.Length > 0 ? why : null);
    }

    /// <summary>Tells whose turn it is, or the unit that it is over.</summary>
    public Task Tell(CatalogUpdate row, Actor actor, CancellationToken cancel) => UpdateFlow.Turn(row.State) switch
    {
        UpdateParty.Authority => Turn(row, actor, [], [Standards.Contracts.Roles.Authority], cancel),
        UpdateParty.Unit => Turn(row, actor, [row.UnitId], UpdateFlow.Unit, cancel),
        _ => notices.Tell(actor, NoticeKind.Progress, UpdateAudit.Of(row), [row.UnitId], UpdateFlow.Unit, "目录更新“{0}”：{1}。", Href(row), cancel, row.Basis, row.State.Text()),
    };

    private Task Turn(CatalogUpdate row, Actor actor, long[] units, string[] roles, CancellationToken cancel) =>
        notices.Tell(actor, NoticeKind.Turn, UpdateAudit.Of(row), units, roles, "轮到您办理“{0}”：{1}。", Href(row), cancel, row.Basis, row.State.Text());

    private async Task Write(CatalogUpdate row, UpdateAct act, object? before, string note, Actor actor, CancellationToken cancel)
    {
        row.Touch(ids, clock);
        store.Add(new UpdateStep { Id = ids.Next(), UpdateId = row.Id, Act = act, State = row.State, Note = note, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        audit.Add(actor, UpdateAudit.Of(act), UpdateAudit.Of(row), before: before, after: new { row.State, row.ChangedOn, row.DueOn }, why: note.Length > 0 ? note : null);
        await Tell(row, actor, cancel);
    }
}
