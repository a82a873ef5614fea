using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>
/// Saves what a unit writes about what it needs. <c>edit</c> is the number the form was loaded with; when somebody saved in between,
/// nothing is overwritten. Drafts may be incomplete, but name only what is in the catalogue.
/// </summary>
internal sealed class SaveDemand(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, WantedItems wanted, ListElements elements, KeepRepeats repeats)
{
    /// <summary>A new draft of the actor's unit.</summary>
    public async Task<Result<long>> Create(DemandInput said, Actor actor, CancellationToken cancel)
    {
        var (input, faults) = await Check(said, [], actor.UnitId, actor, cancel);
        if (faults.Count > 0) return faults;
        var row = new Demand { Id = ids.Next(), UnitId = actor.UnitId, Name = "", State = DemandState.Draft, CreatedAt = clock.GetUtcNow() };
        row.Fill(input, elements.Demand);
        row.Touch(ids, clock);
        store.Add(row);
        store.AddRange(input.Rows(row.Id, ids));
        audit.Add(actor, ListsAudit.DemandSaved, ListsAudit.Of(row), after: input);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.SaveChangesAsync(cancel);
        await repeats.Look([row.Id], cancel);
        await transaction.CommitAsync(cancel);
        return row.Id;
    }

    /// <summary>The next state of a draft, or of a demand that was sent back.</summary>
    public async Task<Result<Done>> Update(long id, int edit, DemandInput said, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var row = await store.Set<Demand>().SingleOrDefaultAsync(d => d.Id == id && own.Contains(d.UnitId), cancel);
        if (row is null) return DemandFaults.NotFound;
        if (row.State is not (DemandState.Draft or DemandState.Returned)) return DemandFaults.NotNow;
        var items = await store.Set<DemandItem>().Where(i => i.DemandId == id).ToListAsync(cancel);
        var (input, faults) = await Check(said, items, row.UnitId, actor, cancel);
        if (faults.Count > 0) return faults;
        if (row.Edit != edit) return DemandFaults.ChangedMeanwhile;

        var before = row.Input(items);
        row.Fill(input, elements.Demand);
        row.Touch(ids, clock);
        store.RemoveRange(items);
        store.AddRange(input.Rows(id, ids));
        audit.Add(actor, ListsAudit.DemandSaved, ListsAudit.Of(row), before, input);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        if (!await store.TrySave(cancel)) return DemandFaults.ChangedMeanwhile;
        await repeats.Look([id], cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    private async Task<(DemandInput Input, List<Fault> Faults)> Check(DemandInput said, List<DemandItem> stored, long unit, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return (said, [DemandFaults.NotYours]);
        var (input, unfit) = await wanted.Resolve(said, stored, cancel);
        List<Fault> faults = [.. DemandRules.ForSaving(said), .. elements.Demand.Faults(said.Elements, said.Typed(), owed: false), .. unfit];
        var units = await organizations.Tree(cancel);
        if (DemandRules.Regional(said, units.Find(unit)) is { } regional) faults.Add(regional);
        if (input.ProviderId != 0 && units.Find(input.ProviderId) is null)
            faults.Add(new("lists.demand.provider.unknown", "没有这个单位，请从列表中选择拟提供单位，或选“不明确”。", "providerId"));
        return (input, faults);
    }
}
