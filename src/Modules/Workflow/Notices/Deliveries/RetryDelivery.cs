using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>再试: what has failed begins anew, with all its attempts.</summary>
internal sealed class RetryDelivery(Store store, JobQueue jobs, AuditLog audit, TimeProvider clock)
{
    private static readonly Fault NotFound = new("workflow.delivery.not-found", "没有这次投递，或者它没有失败。", null, FaultKind.NotFound);

    /// <summary>Tries one again at once.</summary>
    public async Task<Result<Done>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.City) || await store.Set<Delivery>().SingleOrDefaultAsync(d => d.Id == id && d.State == DeliveryState.Failed, cancel) is not { } delivery) return NotFound;
        (delivery.State, delivery.Attempts, delivery.NextAt) = (DeliveryState.Waiting, 0, clock.GetUtcNow());
        delivery.Edit++;
        jobs.Add(Actor.System, Deliver.JobKind, new DeliveryOrder(id));
        audit.Add(actor, DeliveryAudit.Retried, new Subject(DeliveryAudit.DeliveryKind, id, delivery.Title));
        return await store.TrySave(cancel) ? new Done() : NotFound;
    }
}
