using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>手工列入: a candidate for data that stands in no catalogue. It is confirmed like any other.</summary>
internal sealed class AddEntry(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, ListElements elements)
{
    /// <summary>Adds a row for the person's own unit; the city's roles name the unit. Returns its key.</summary>
    public async Task<Result<long>> Run(EntryInput input, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var provider = actor.Is(Roles.City) ? input.ProviderId : actor.UnitId;
        List<Fault> faults = [.. EntryRules.Whole(input), .. elements.Responsibility.Faults(input.Elements, input.Typed(EntryOrigin.Manual), owed: true)];
        if (!EntryAccess.MayChange(actor, units, provider)) faults.Add(EntryFaults.NotYours);
        if (units.Find(provider) is null) faults.Add(new("lists.provider.unknown", "没有这个单位。", "provider"));
        if (faults.Count > 0) return faults;
        await using var transaction = await turn.Begin(cancel);
        var row = new Entry { Id = ids.Next(), Name = "", ProviderId = provider, Origin = EntryOrigin.Manual, State = EntryState.Candidate, CreatedAt = clock.GetUtcNow() };
        row.FillWhole(input, elements.Responsibility);
        row.Touch(ids, clock);
        store.Add(row);
        store.AddRange(input.Rows(row.Id));
        audit.Add(actor, ListsAudit.EntryAdded, ListsAudit.Of(row), after: input);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return row.Id;
    }
}
