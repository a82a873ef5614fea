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
/// Proposes an entry by hand, for a row of the catalogue or for data outside it. Candidates of generation are edited, not proposed again.
/// An entry that was not listed gives way to the new proposal and stays to be read.
/// </summary>
internal sealed class ProposeNegative(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, PublishedCatalog catalog, ClauseChoice clauses, GenerationOrders generation, ListElements elements)
{
    /// <summary>A new candidate of the actor's unit.</summary>
    public async Task<Result<long>> Run(NegativeInput typed, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison)) return NegativeFaults.NotYours;
        var chosen = await clauses.Fill(typed, kept: 0, cancel);
        if (!chosen.TryGet(out var input)) return chosen.As<long>();
        List<Fault> faults = [.. NegativeRules.ForSaving(input), .. elements.Negative.Faults(input.Elements, input.Typed(), owed: false)];
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var resource = input.ResourceId == 0 ? null : (await catalog.Of([input.ResourceId], cancel)).SingleOrDefault(r => own.Contains(r.ProviderId));
        if (input.ResourceId != 0 && resource is null)
            faults.Add(new("lists.negative.resource.not-found", "没有这个目录，或它不是本单位已发布的目录。", "resourceId", FaultKind.NotFound));
        faults.AddRange(NegativeRules.ForItems(input, resource));
        await using var transaction = await turn.Begin(cancel);
        var earlier = resource is null ? null : await store.Set<Negative>().SingleOrDefaultAsync(n => n.ResourceId == input.ResourceId && n.State != NegativeState.Removed && (n.ReplacesId == 0 || n.State == NegativeState.InForce), cancel);
        if (earlier is { State: not NegativeState.Rejected })
            faults.Add(new("lists.negative.already", "这个目录已经有一条负面清单条目（{0}），请在那一条上办理。", "resourceId", FaultKind.Conflict, earlier.State.Text()));
        if (faults.Count > 0) return faults;

        if (earlier is not null)
        {
            earlier.State = NegativeState.Removed;
            earlier.Touch(ids, clock);
            // First, so that at no moment two rows of one resource are open.
            await store.SaveChangesAsync(cancel);
        }
        var row = new Negative { Id = ids.Next(), ProviderId = resource?.ProviderId ?? actor.UnitId, ResourceId = input.ResourceId, Name = "", State = NegativeState.Candidate, CreatedAt = clock.GetUtcNow() };
        row.Fill(input, resource, elements.Negative);
        row.Touch(ids, clock);
        store.Add(row);
        store.AddRange(input.Rows(row.Id, resource, ids));
        audit.Add(actor, ListsAudit.NegativeProposed, ListsAudit.Of(row), after: input);
        if (resource is not null) await generation.About([(row.ProviderId, row.ResourceId)], actor, cancel);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return row.Id;
    }
}
