using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Applications;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Grants;

/// <summary>指定调用应用: which of its systems calls, the unit that uses the grant says itself.</summary>
internal sealed class BindApplication(Store store, MoveGrant move)
{
    /// <summary>Names one.</summary>
    public async Task<Result<Done>> Run(long id, int edit, long applicationId, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (!GrantAccess.Uses(at.Row, actor, at.Units)) return GrantAccess.NotYours;
        var own = at.Units.Family(at.Row.UnitId);
        var application = await store.Set<Application>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == applicationId && own.Contains(a.UnitId), cancel);
        if (application is not { Admitted: true }) return GrantAccess.NoApplication;
        var before = at.Row.ApplicationId;
        at.Row.ApplicationId = applicationId;
        return await move.Save(at.Row, GrantAudit.Bound, "指定应用", application.Name, new { ApplicationId = before }, new { at.Row.ApplicationId }, actor, cancel);
    }
}
