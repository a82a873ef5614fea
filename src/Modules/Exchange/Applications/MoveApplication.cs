using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Applications;

/// <summary>The one way in which an application moves on: with its event in one unit of work.</summary>
internal sealed class MoveApplication(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations)
{
    /// <summary>An application that the person sees, as he saw it, in one of these states.</summary>
    public async Task<Result<(Application Row, UnitTree Units)>> Find(long id, int edit, Actor actor, CancellationToken cancel, params ApplicationState[] states)
    {
        var units = await organizations.Tree(cancel);
        if (await ApplicationAccess.Visible(store.Set<Application>(), actor, units).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } row) return ApplicationAccess.NotFound;
        if (row.Edit != edit) return ApplicationAccess.ChangedMeanwhile;
        return states.Contains(row.State) ? (row, units) : ApplicationAccess.NotNow;
    }

    /// <summary>Saves what was done.</summary>
    public async Task<Result<Done>> Save(Application row, ApplicationState to, AuditAction action, string why, Actor actor, CancellationToken cancel)
    {
        var before = row.State;
        row.State = to;
        row.Touch(ids, clock);
        audit.Add(actor, action, ApplicationAudit.Of(row), before: new { State = before }, after: new { row.State, row.Name, row.Allowlist }, why: why);
        return await store.TrySave(cancel) ? new Done() : ApplicationAccess.ChangedMeanwhile;
    }
}
