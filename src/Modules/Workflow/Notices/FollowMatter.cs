using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Notices;

/// <summary>关注 and no more: whoever follows a case that he may see is told of each of its moves.</summary>
internal sealed class FollowMatter(Store store, IOrganizationDirectory organizations, TimeProvider clock)
{
    /// <summary>Follows a case, or follows it no more; doing it twice changes nothing.</summary>
    public async Task<Result<Done>> Run(long id, bool follows, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (!await CaseAccess.Visible(store.Set<Case>(), actor, units).AnyAsync(c => c.Id == id, cancel)) return CaseFaults.NotFound;
        var now = await store.Set<Follow>().SingleOrDefaultAsync(f => f.PersonId == actor.PersonId && f.SubjectKind == WorkflowAudit.CaseKind && f.SubjectId == id, cancel);
        if (follows && now is null) store.Add(new Follow { PersonId = actor.PersonId, SubjectKind = WorkflowAudit.CaseKind, SubjectId = id, UnitId = actor.UnitId, At = clock.GetUtcNow() });
        if (!follows && now is not null) store.Remove(now);
        // Two clicks at once mean the same.
        _ = await store.TrySave(cancel);
        return new Done();
    }
}
