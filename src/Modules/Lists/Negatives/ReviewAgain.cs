using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>
/// 重新审核: when the basis or the catalogue changed, or the day of the 定期复核 has come, a copy of an entry in force goes the whole route again.
/// The entry stays in force until its successor is listed, and leaves in that transaction.
/// </summary>
internal sealed class ReviewAgain(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, PublishedCatalog catalog, ListElements elements)
{
    /// <summary>Makes the candidate that is to replace an entry; returns its key.</summary>
    public async Task<Result<long>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison)) return NegativeFaults.NotYours;
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        await using var transaction = await turn.Begin(cancel);
        var row = await store.Set<Negative>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && own.Contains(n.ProviderId) && n.State == NegativeState.InForce, cancel);
        if (row is null) return NegativeFaults.NotFound;
        var begun = await Begin(row, actor, cancel);
        if (!begun.Ok) return begun;
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return begun;
    }

    /// <summary>The same for an entry in force that the caller has read, within its transaction; the caller saves.</summary>
    public async Task<Result<long>> Begin(Negative row, Actor actor, CancellationToken cancel)
    {
        var earlier = await store.Set<Negative>().SingleOrDefaultAsync(n => n.ReplacesId == row.Id && n.State != NegativeState.Removed, cancel);
        if (earlier is { State: not NegativeState.Rejected }) return new Fault("lists.negative.in-review", "这一条已经在重新审核，请在那一条上办理。", null, FaultKind.Conflict);
        var resource = row.ResourceId == 0 ? null : (await catalog.Of([row.ResourceId], cancel)).SingleOrDefault();
        var input = Again(row, await store.Set<NegativeItem>().AsNoTracking().Where(i => i.NegativeId == row.Id).ToListAsync(cancel), resource);
        if (input is null) return new Fault("lists.negative.resource.gone", "目录已下线，或原来的数据项都已不在目录中。请主管部门移出这一条。", null, FaultKind.Conflict);
        if (earlier is not null)
        {
            earlier.State = NegativeState.Removed;
            earlier.Touch(ids, clock);
            await store.SaveChangesAsync(cancel);
        }
        var next = new Negative { Id = ids.Next(), ProviderId = row.ProviderId, ResourceId = row.ResourceId, ReplacesId = row.Id, Name = "", Narrowed = row.Narrowed, State = NegativeState.Candidate, CreatedAt = clock.GetUtcNow() };
        next.Fill(input, resource, elements.Negative);
        next.Touch(ids, clock);
        store.Add(next);
        store.AddRange(input.Rows(next.Id, resource, ids));
        audit.Add(actor, ListsAudit.NegativeProposed, ListsAudit.Of(next), after: new { next.ReplacesId, row.Number });
        return next.Id;
    }

    // What the entry says, its items as the catalogue has them now, by id or name. Without any of them it would be about the whole: null.
    private static NegativeInput? Again(Negative row, List<NegativeItem> items, PublishedResource? resource)
    {
        var input = row.Input(items);
        if (row.ResourceId == 0) return input;
        if (resource is null) return null;
        var now = resource.Items.Where(i => items.Exists(o => o.ItemId == i.Id || o.Name == i.Name)).Select(i => i.Id).ToList();
        return items.Count > 0 && now.Count == 0 ? null : input with { ItemIds = now };
    }
}
