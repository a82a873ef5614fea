using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions;

/// <summary>The one way in which an edition moves: a line of the table, with its step and its event in one unit of work.</summary>
internal sealed class MoveEdition(Store store, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>The edition and the line of the table for an act that this person may do now; <paramref name="edit"/> is the number of what was seen.</summary>
    public async Task<Result<(Edition Row, EditionMove Move)>> Find(long id, int edit, EditionAct act, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return EditionFaults.NotYours;
        if (await store.Set<Edition>().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } row) return EditionFaults.NotFound;
        if (EditionFlow.Table.FirstOrDefault(m => m.From == row.State && m.Act == act && !m.BySystem) is not { } move) return EditionFaults.NotNow;
        return row.Edit == edit ? (row, move) : EditionFaults.ChangedMeanwhile;
    }

    /// <summary>Makes the move; the caller saves.</summary>
    public void Make(Edition row, EditionMove move, string note, Actor actor)
    {
        var before = row.State;
        row.State = move.To;
        Write(row, move.Act, new { State = before }, note, actor);
    }

    /// <summary>Makes the move and saves.</summary>
    public async Task<Result<Done>> Save(Edition row, EditionMove move, string note, Actor actor, CancellationToken cancel)
    {
        Make(row, move, note, actor);
        return await store.TrySave(cancel) ? new Done() : EditionFaults.ChangedMeanwhile;
    }

    /// <summary>Begins a new one; the caller saves.</summary>
    public void Begin(Edition row, Actor actor)
    {
        store.Add(row);
        Write(row, EditionAct.Draw, null, "", actor);
    }

    private void Write(Edition row, EditionAct act, object? before, string note, Actor actor)
    {
        row.Touch(ids, clock);
        store.Add(new EditionStep { Id = ids.Next(), EditionId = row.Id, Act = act, State = row.State, Note = note, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        audit.Add(actor, EditionAudit.Of(act), row.AsSubject(), before: before, after: new { row.State, row.Number, row.Round, row.Document, row.Minutes, row.EffectiveOn }, why: note.Length > 0 ? note : null);
    }
}
