using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Applications;

/// <summary>接入注销: by its unit or by the data centre. Its secrets end at once, and no token of one that is not admitted holds.</summary>
internal sealed class EndAccess(Store store, MoveApplication move, TimeProvider clock)
{
    /// <summary>Ends one.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string reason, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel, ApplicationState.Asked, ApplicationState.Admitted, ApplicationState.ChangeAsked, ApplicationState.Rejected);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (!actor.Is(Roles.DataCentre) && !ApplicationAccess.Owns(at.Row, actor, at.Units)) return ApplicationAccess.NotYours;
        if (StatedText.Reason(reason, "注销原因") is { Count: > 0 } faults) return faults;
        var now = clock.GetUtcNow();
        foreach (var secret in await store.Set<ApplicationSecret>().Where(s => s.ApplicationId == id && (s.Until == null || s.Until > now)).ToListAsync(cancel)) secret.Until = now;
        return await move.Save(at.Row, ApplicationState.Ended, ApplicationAudit.Ended, reason.Trim(), actor, cancel);
    }
}
