using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Organizations.Transfers;

/// <summary>Records a transfer of duties (职能划转). One whose day is today or past is carried out at once, by the same job as all others.</summary>
internal sealed class RecordTransfer(Store store, TransferCheck check, AuditLog audit, JobQueue jobs, IdSource ids, TimeProvider clock)
{
    public async Task<Result<long>> Run(long fromId, TransferDraft draft, Actor actor, CancellationToken cancel)
    {
        var checkedDraft = await check.Run(fromId, draft, picked: true, cancel);
        if (!checkedDraft.TryGet(out var facts)) return checkedDraft.As<long>();
        var transfer = new Transfer
        {
            Id = ids.Next(), Kind = facts.Kind, FromId = facts.From.Id, ToId = facts.To.Id, Scope = facts.Scope, SystemName = facts.System, Day = facts.Day, Document = facts.Document, Note = facts.Note,
            At = clock.GetUtcNow(), PersonId = actor.PersonId, PersonName = actor.Name,
        };
        store.Add(transfer);
        store.AddRange(facts.Picks.Select(p => new TransferPick { TransferId = transfer.Id, ResourceId = p }));
        audit.Add(actor, OrganizationsAudit.DutiesMoved, new Subject(OrganizationsAudit.Unit, facts.From.Id, facts.From.Name),
            after: new { transfer.Id, transfer.Kind, To = facts.To.Name, transfer.Day, transfer.Scope, transfer.SystemName, Picked = facts.Picks.Count, transfer.Document, transfer.Note });
        if (facts.Day <= clock.Today()) jobs.Add(actor, CarryOutTransfer.JobKind, new TransferOrder(transfer.Id));
        await store.SaveChangesAsync(cancel);
        return transfer.Id;
    }
}
