using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Records.Contracts;

/// <summary>Writes decisions over many rows and says whether one may still be undone.</summary>
public sealed class DecisionBook(Store store, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations)
{
    /// <summary>Adds a decision to the running unit of work; what it touches is told by <c>Touch</c>.</summary>
    public Decision Add(Actor actor, string kind, string filter, string why = "", string document = "")
    {
        var decision = new Decision
        {
            Id = ids.Next(), Kind = kind, Filter = filter, Why = why, DocumentNumber = document,
            ActorId = actor.PersonId, ActorName = actor.Name, UnitId = actor.UnitId, At = clock.GetUtcNow(),
        };
        store.Add(decision);
        return decision;
    }

    /// <summary>Adds one touched row to the running unit of work.</summary>
    public void Touch(Decision decision, string kind, long id, string was, int edit) =>
        store.Add(new DecisionRow { DecisionId = decision.Id, TargetKind = kind, TargetId = id, Was = was, Edit = edit });

    /// <summary>Adds all rows of a module's table that fit a condition, in one statement; they have been written already, and all were in one state before.</summary>
    public Task<int> Touch(Decision decision, string kind, string table, string where, string was, CancellationToken cancel) => store.Execute(
        $"INSERT INTO records_decision_rows (decision_id, target_kind, target_id, was, edit) SELECT @decision, @kind, id, @was, edit FROM {table} WHERE {where}",
        cancel, ("decision", decision.Id), ("kind", kind), ("was", was));

    /// <summary>The rows of one kind that a decision touched.</summary>
    public Task<List<DecisionRow>> Rows(long id, string kind, CancellationToken cancel) =>
        store.Set<DecisionRow>().AsNoTracking().Where(r => r.DecisionId == id && r.TargetKind == kind).ToListAsync(cancel);

    /// <summary>The audit events of a thing: its own, and those of the decisions that touched it, undone ones too; the newest first.</summary>
    public Task<List<AuditEvent>> History(string kind, long id, int most, CancellationToken cancel)
    {
        var touching = store.Set<DecisionRow>().Where(r => r.TargetKind == kind && r.TargetId == id).Select(r => (long?)r.DecisionId);
        return store.Set<AuditEvent>().AsNoTracking()
            .Where(e => (e.SubjectKind == kind && e.SubjectId == id) || (e.SubjectKind == Decision.AuditKind && touching.Contains(e.SubjectId)))
            .OrderByDescending(e => e.Id).Take(most).ToListAsync(cancel);
    }

    /// <summary>
    /// The decision, if this person may undo it: their own or their unit's, on the same legal day (当天 24:00 前).
    /// Later a mistake is mended by a proposed change, so that what others already rely on does not vanish.
    /// </summary>
    public async Task<Result<Decision>> Undoable(long id, Actor actor, CancellationToken cancel)
    {
        var own = actor.UnitId == 0 ? [] : (await organizations.Tree(cancel)).Family(actor.UnitId);
        var decision = await store.Set<Decision>().SingleOrDefaultAsync(d => d.Id == id && (d.ActorId == actor.PersonId || own.Contains(d.UnitId)), cancel);
        if (decision is null) return new Fault("decision.not-found", "没有这次批量操作，或不是您单位做的。", null, FaultKind.NotFound);
        if (decision.UndoneAt is not null) return new Fault("decision.undone", "这次批量操作已经撤销过了。", null, FaultKind.Conflict);
        if (LegalDay.Of(decision.At) != clock.Today()) return new Fault("decision.too-late", "只能在当天 24:00 前撤销。之后请提出变更。", null, FaultKind.Conflict);
        return decision;
    }

    /// <summary>Marks it undone; the caller has put the rows back.</summary>
    public void Undo(Decision decision, Actor actor)
    {
        decision.UndoneAt = clock.GetUtcNow();
        decision.UndoneBy = actor.Name;
    }
}
