using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts.Upstream;

/// <summary>Takes it back: new connections to the host are refused from now on, kept ones end within a minute.</summary>
internal sealed class ForbidHost(Store store, AuditLog audit)
{
    private static readonly Fault NotFound = new("exchange.host.not-found", "没有允许过这台主机。", null, FaultKind.NotFound);

    /// <summary>Takes it back.</summary>
    public async Task<Result<Done>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.SystemAdmin)) return AllowHost.NotYours;
        if (await store.Set<AllowedHost>().SingleOrDefaultAsync(h => h.Id == id, cancel) is not { } row) return NotFound;
        store.Remove(row);
        audit.Add(actor, MountAudit.HostForbidden, new Subject(MountAudit.HostKind, row.Id, row.Host), before: new { row.Host });
        return await store.TrySave(cancel) ? new Done() : NotFound;
    }
}
