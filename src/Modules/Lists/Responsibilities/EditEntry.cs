using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// Saves what a unit writes about its row: for data outside the catalogue all of it, for others only how the duty is met, because the rest is the
/// catalogue's word. <c>edit</c> is the number the form was loaded with.
/// </summary>
internal sealed class EditEntry(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, Bans bans, ListElements elements)
{
    /// <summary>Saves one row.</summary>
    public async Task<Result<Done>> Run(long id, int edit, EntryInput input, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await store.Set<Entry>().SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (row is null || !EntryAccess.MayChange(actor, units, row.ProviderId)) return EntryFaults.NotFound;
        if (row.State is not (EntryState.Candidate or EntryState.InForce))
            return new Fault("lists.entry.closed", "不列入和已移出的条目不能修改。", null, FaultKind.Conflict);
        var whole = row.ResourceId == 0;
        var faults = whole ? EntryRules.Whole(input) : EntryRules.Duty(input);
        var said = whole ? input : input.Of(row, await store.Set<EntryItem>().Where(i => i.EntryId == id).OrderBy(i => i.Place).Select(i => i.Name).ToListAsync(cancel));
        faults.AddRange(elements.Responsibility.Faults(input.Elements, said.Typed(row.Origin), owed: true));
        if (faults.Count > 0) return faults;
        if (row.Edit != edit) return EntryFaults.ChangedMeanwhile;
        await using var transaction = await turn.Begin(cancel);
        if (whole && row.State == EntryState.InForce && (await bans.On($"id = {id}", cancel)).Forbids(row.ProviderId, 0, input.Content))
            return new Fault("lists.entry.forbidden", "这些数据在负面清单中生效，不能列入责任清单。", "items", FaultKind.Conflict);
        var before = new { row.Name, row.Share, row.ShareCondition, row.Frequency, row.DutyType, row.PromisedOn, row.Contact, row.Note, Elements = DeclaredPart.Texts(row.Elements) };
        if (whole) row.FillWhole(input, elements.Responsibility);
        else row.FillDuty(input, elements.Responsibility);
        row.Touch(ids, clock);
        if (whole) await store.Replace(id, input, cancel);
        audit.Add(actor, ListsAudit.EntryEdited, ListsAudit.Of(row), before, input);
        if (!await store.TrySave(cancel)) return EntryFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
