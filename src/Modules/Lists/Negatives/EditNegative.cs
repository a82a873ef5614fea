using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Generation;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>
/// The office writes reason, items and legal basis of a candidate, or mends what was sent back. <c>edit</c> is the number the form was
/// loaded with; when somebody saved in between, nothing is overwritten.
/// </summary>
internal sealed class EditNegative(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, PublishedCatalog catalog, ClauseChoice clauses, GenerationOrders generation, ListElements elements)
{
    /// <summary>Saves one entry that is not on its route.</summary>
    public async Task<Result<Done>> Run(long id, int edit, NegativeInput typed, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var row = await store.Set<Negative>().SingleOrDefaultAsync(n => n.Id == id && own.Contains(n.ProviderId), cancel);
        if (row is null) return NegativeFaults.NotFound;
        if (!actor.Is(Roles.Liaison)) return NegativeFaults.NotYours;
        if (row.State is not (NegativeState.Candidate or NegativeState.Returned)) return NegativeFaults.NotNow;
        var chosen = await clauses.Fill(typed with { ResourceId = row.ResourceId }, row.BasisClauseId, cancel);
        if (!chosen.TryGet(out var mine)) return chosen.As<Done>();
        List<Fault> faults = [.. NegativeRules.ForSaving(mine), .. elements.Negative.Faults(mine.Elements, mine.Typed(), owed: false)];
        if (row.Edit != edit) return NegativeFaults.ChangedMeanwhile;
        var resource = row.ResourceId == 0 ? null : (await catalog.Of([row.ResourceId], cancel)).SingleOrDefault();
        faults.AddRange(NegativeRules.ForItems(mine, resource));
        if (faults.Count > 0) return faults;

        var items = await store.Set<NegativeItem>().Where(i => i.NegativeId == id).ToListAsync(cancel);
        var before = row.Input(items);
        row.Fill(resource is null ? mine with { Name = row.ResourceId == 0 ? mine.Name : row.Name } : mine, resource, elements.Negative);
        row.Touch(ids, clock);
        // A catalogue row that was withdrawn meanwhile keeps the items it had.
        if (resource is not null || row.ResourceId == 0)
        {
            store.RemoveRange(items);
            store.AddRange(mine.Rows(id, resource, ids));
        }
        audit.Add(actor, ListsAudit.NegativeEdited, ListsAudit.Of(row), before, mine);
        await generation.About([(row.ProviderId, row.ResourceId)], actor, cancel);
        return await store.TrySave(cancel) ? new Done() : NegativeFaults.ChangedMeanwhile;
    }
}
