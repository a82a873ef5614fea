using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Responsibilities;

/// <summary>移出: takes a row for data outside the catalogue off the list, with a reason. Rows from the catalogue leave by a proposed change.</summary>
internal sealed class RemoveEntry(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations)
{
    /// <summary>Removes one row.</summary>
    public async Task<Result<Done>> Run(long id, string why, Actor actor, CancellationToken cancel)
    {
        if (EntryFaults.OfReason(why) is { } fault) return fault;
        var units = await organizations.Tree(cancel);
        await using var transaction = await turn.Begin(cancel);
        var row = await store.Set<Entry>().SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (row is null || !EntryAccess.MayChange(actor, units, row.ProviderId)) return EntryFaults.NotFound;
        if (row.ResourceId != 0) return new Fault("lists.entry.from-catalog", "来自目录的条目随目录变更移出：请在目录中下线或改共享属性。", null, FaultKind.Conflict);
        if (row.State is not (EntryState.Candidate or EntryState.InForce)) return new Fault("lists.entry.closed", "不列入和已移出的条目不能修改。", null, FaultKind.Conflict);
        var before = new { row.State };
        (row.State, row.DecidedBy, row.DecidedAt) = (EntryState.Removed, actor.Name, clock.GetUtcNow());
        row.Touch(ids, clock);
        audit.Add(actor, ListsAudit.EntryRemoved, ListsAudit.Of(row), before, new { row.State }, why.Trim());
        if (!await store.TrySave(cancel)) return EntryFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
