using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Notices.Deliveries.Hooks;

/// <summary>停用推送地址: it is told nothing more; what still waits for it fails and says why.</summary>
internal sealed class StopHook(Store store, AuditLog audit)
{
    private static readonly Fault NotFound = new("workflow.hook.not-found", "没有这个推送地址，或者它已经停用。", null, FaultKind.NotFound);

    /// <summary>Stops one.</summary>
    public async Task<Result<Done>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.City) || await store.Set<Hook>().SingleOrDefaultAsync(h => h.Id == id && h.State == HookState.Active, cancel) is not { } hook) return NotFound;
        hook.State = HookState.Stopped;
        hook.Edit++;
        audit.Add(actor, DeliveryAudit.HookStopped, new Subject(DeliveryAudit.HookKind, id, hook.Url));
        return await store.TrySave(cancel) ? new Done() : NotFound;
    }
}
