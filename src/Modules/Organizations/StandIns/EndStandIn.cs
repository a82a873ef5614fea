using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Organizations.StandIns;

/// <summary>收回: ends a stand-in before its last day; the session of the deputy says so within a minute.</summary>
internal sealed class EndStandIn(Store store, IOrganizationDirectory directory, RecordStandIn record, AuditLog audit, TimeProvider clock)
{
    /// <summary>Returns whose it was.</summary>
    public async Task<Result<long>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var row = await store.Set<StandIn>().SingleOrDefaultAsync(s => s.Id == id, cancel);
        if (row is null || await record.Find(row.PersonId, actor, await directory.Tree(cancel), cancel) is not { } person) return PersonFaults.NotFound;
        if (row.EndedAt is not null || row.UntilDay < clock.Today()) return new Fault("organizations.stand-in.over", "这次代理已经结束，不用收回。", null, FaultKind.Conflict);
        (row.EndedAt, row.EndedBy) = (clock.GetUtcNow(), actor.Name);
        audit.Add(actor, OrganizationsAudit.StandInEnded, new Subject(OrganizationsAudit.Person, person.Id, person.FullName), before: new { row.DeputyId, row.FromDay, row.UntilDay });
        await store.SaveChangesAsync(cancel);
        return row.PersonId;
    }
}
