using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Records.Contracts;

/// <summary>Writes decisions over many rows and says whether one may still be undone.</summary>
public sealed class DecisionBook(Store store, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations)
{
    /// <summary>Adds a decision to the running unit of work; the rows carry its id.</summary>
    public Decision Add(Actor actor, string kind, string filter, string why = "")
    {
        var decision = new Decision
        {
            Id = ids.Next(), Kind = kind, Filter = filter, Why = why,
            ActorId = actor.PersonId, ActorName = actor.Name, UnitId = actor.UnitId, At = clock.GetUtcNow(),
        };
        store.Add(decision);
        return decision;
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
