using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Meanings;

/// <summary>不是同一含义: units use one name for different data, so none is the source of the others. Remembered until somebody decides otherwise.</summary>
internal sealed class TellApart(Store store, MeaningAccess access, GatherOrders orders, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Done>> Run(long id, int edit, string why, Actor actor, CancellationToken cancel)
    {
        var open = await access.ToDecide(id, edit, why, "reason", actor, cancel);
        if (!open.TryGet(out var meaning)) return open.As<Done>();
        var before = new { State = meaning.State.ToString() };
        (meaning.State, meaning.SourceUnitId, meaning.Document, meaning.Why) = (MeaningState.Different, 0, "", why.Trim());
        (meaning.DecidedBy, meaning.DecidedAt, meaning.Edit) = (actor.Name, clock.GetUtcNow(), meaning.Edit + 1);
        audit.Add(actor, CatalogAudit.MeaningToldApart, MeaningAccess.Of(meaning), before, new { State = meaning.State.ToString() }, why);
        orders.Check(meaning.Id, actor);
        return await store.TrySave(cancel) ? new Done() : MeaningAccess.Changed;
    }
}
