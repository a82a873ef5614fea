using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Contracts;

namespace Qingdan.Exchange.Grants;

/// <summary>The one way in which people change a grant: with its step and its event in one unit of work.</summary>
internal sealed class MoveGrant(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, UnitNotices notices)
{
    /// <summary>A grant that the person sees, as he saw it, and that has not ended.</summary>
    public async Task<Result<(Grant Row, UnitTree Units)>> Find(long id, int edit, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await GrantAccess.Visible(store.Set<Grant>(), actor, units).SingleOrDefaultAsync(g => g.Id == id, cancel) is not { } row) return GrantAccess.NotFound;
        if (row.State == GrantState.Ended) return GrantAccess.NotNow;
        return row.Edit == edit ? (row, units) : GrantAccess.ChangedMeanwhile;
    }

    /// <summary>Saves what was done; <paramref name="act"/> is a Chinese word.</summary>
    public async Task<Result<Done>> Save(Grant row, AuditAction action, string act, string note, object before, object after, Actor actor, CancellationToken cancel)
    {
        row.Touch(ids, clock);
        store.Add(new GrantStep { Id = ids.Next(), GrantId = row.Id, Act = act, Note = note, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        audit.Add(actor, action, GrantAudit.Of(row), before, after, note);
        return await store.TrySave(cancel) ? new Done() : GrantAccess.ChangedMeanwhile;
    }

    /// <summary>Tells the unit that uses it, in the same unit of work; <paramref name="text"/> begins with the resource and the number.</summary>
    public Task Tell(Grant row, string text, Actor actor, CancellationToken cancel, params object[] more) =>
        notices.Progress(actor, GrantAudit.Of(row), [row.UnitId], text, $"/exchange/grants/{row.Id}", cancel, [row.Resource, row.Number, .. more]);
}
