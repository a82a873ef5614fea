using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;

namespace Qingdan.Workflow.Updates;

/// <summary>职责变化: a transfer that was carried out opens an update for the unit that took over, with the resources that went, in the same unit of work. Where none went there is nothing to be updated.</summary>
internal sealed class FollowTransfers(MoveUpdate move, Concerned concerned, IdSource ids, TimeProvider clock) : ITransferListener
{
    public async Task CarriedOut(CarriedTransfer transfer, Actor actor, CancellationToken cancel)
    {
        if (transfer.Resources.Count == 0) return;
        var row = new CatalogUpdate
        {
            Id = ids.Next(), UnitId = transfer.ToId, Cause = ChangeCause.Duties, Basis = transfer.Document, What = "", ChangedOn = transfer.Day,
            Origin = UpdateOrigin.Transfer, OriginId = transfer.Id, State = UpdateState.ToUpdate, OpenedAt = clock.GetUtcNow(),
        };
        await concerned.Add(row, transfer.Resources, cancel);
        await move.Begin(row, Actor.System, cancel);
    }
}
