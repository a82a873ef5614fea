using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Applications;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Grants;

/// <summary>
/// 区域授权: a unit uses what was granted to its whole district. It has a grant of its own under the district's, counted and limited apart, that goes with the case as that does.
/// </summary>
internal sealed class UseRegionally(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations)
{
    private static readonly Fault Joined = new("exchange.grant.joined", "本单位已经在用这项区域授权。", null, FaultKind.Conflict);

    /// <summary>Makes the unit's own grant, called by this application of it; its number.</summary>
    public async Task<Result<long>> Run(long id, long applicationId, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await GrantAccess.Visible(store.Set<Grant>().AsNoTracking(), actor, units).SingleOrDefaultAsync(g => g.Id == id, cancel) is not { } above) return GrantAccess.NotFound;
        if (!GrantAccess.Shares(above, actor, units)) return GrantAccess.NotYours;
        if (above.State == GrantState.Ended) return GrantAccess.NotNow;
        var own = units.Family(actor.UnitId);
        if (await store.Set<Application>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == applicationId && own.Contains(a.UnitId), cancel) is not { Admitted: true } application) return GrantAccess.NoApplication;
        var users = await store.Set<Grant>().AsNoTracking().Where(g => g.ParentId == id).Select(g => g.UnitId).ToListAsync(cancel);
        if (users.Exists(own.Contains)) return Joined;
        var grant = Under(above, users.Count + 1, units.Living(actor.UnitId), applicationId);
        grant.Touch(ids, clock);
        store.Add(grant);
        store.Add(new GrantStep { Id = ids.Next(), GrantId = grant.Id, Act = "按区域授权使用", Note = application.Name, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        audit.Add(actor, GrantAudit.Made, GrantAudit.Of(grant), after: new { grant.ResourceId, grant.Items, grant.EndsOn, grant.ApplicationId, RegionalGrantId = grant.ParentId });
        // Another unit took the same number, or a colleague was first.
        return await store.TrySave(cancel) ? grant.Id : GrantAccess.ChangedMeanwhile;
    }

    private Grant Under(Grant above, int place, long unit, long application) => new()
    {
        Id = ids.Next(), Number = $"{above.Number}-{place:00}", CaseId = above.CaseId, UnitId = unit, ProviderId = above.ProviderId, ResourceId = above.ResourceId, Resource = above.Resource, Items = above.Items, Verifies = above.Verifies,
        ParentId = above.Id, Purpose = above.Purpose, StartsOn = above.StartsOn, EndsOn = above.EndsOn, ApplicationId = application, Quota = GrantLimits.UsualQuota, Rate = GrantLimits.UsualRate, State = above.State,
        SuspendedBy = above.SuspendedBy, CaseReason = above.CaseReason, PlatformReason = above.PlatformReason, Reason = above.Reason, GrantedAt = clock.GetUtcNow(),
    };
}
