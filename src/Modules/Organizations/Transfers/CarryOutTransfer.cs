using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Directory;
using Qingdan.Organizations.Merging;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Organizations.Transfers;

/// <summary>Which transfer is to be carried out.</summary>
internal sealed record TransferOrder(long TransferId);

/// <summary>
/// Carries a transfer out on its day: one transaction with all that goes, the unit's history and the new state, which is also what makes a second run find nothing.
/// </summary>
internal sealed class CarryOutTransfer(
    Store store, IOrganizationDirectory directory, ReadScope scopes, IEnumerable<IDutyHolder> holders, IEnumerable<ITransferListener> listeners, MergeOrganizations merge, DirectoryCache cache, AuditLog audit, IdSource ids, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "organizations.transfer";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        var id = job.Payload<TransferOrder>().TransferId;
        Fault? refused;
        await using (var transaction = await store.Database.BeginTransactionAsync(cancel))
        {
            await job.Hold(store, cancel);
            var today = clock.Today();
            var row = await store.Set<Transfer>().SingleOrDefaultAsync(t => t.Id == id && t.State == TransferState.Pending && t.Day <= today, cancel);
            if (row is null) return;
            refused = await Run(row, job.Actor, cancel);
            if (refused is null) await transaction.CommitAsync(cancel);
        }
        if (refused is null) cache.Changed();
        else await Note(id, refused, cancel);
    }

    private async Task<Fault?> Run(Transfer row, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Now(cancel);
        if (tree.Find(row.ToId) is not { } to) return OrganizationFaults.NotFound;
        var from = (await store.Set<Organization>().AsNoTracking().SingleAsync(o => o.Id == row.FromId, cancel)).ToUnit();
        (row.State, row.Problem, row.EndedAt, row.EndedBy) = (TransferState.Done, "", clock.GetUtcNow(), actor.Name);
        row.Version++;
        // The surviving unit takes over; one that became part of the other meanwhile has nothing left to hand over.
        var scope = await scopes.Of(row, to.Id, cancel);
        var moved = new List<(IDutyHolder Holder, IReadOnlyList<DutyRow> Rows)>();
        foreach (var holder in holders)
            moved.Add((holder, row.Kind == TransferKind.Merge || tree.Living(from.Id) == to.Id ? await holder.Touched(scope, cancel) : await holder.Move(scope, new DutyReason(from.Name, to.Name, row.Document, row.Day), actor, cancel)));
        await store.InsertMany(moved.SelectMany(m => m.Rows.Select((r, i) => new TransferRow
        {
            TransferId = row.Id, Kind = m.Holder.Kind, TargetId = r.Id, Place = i + 1, Name = r.Name, Code = r.Code, State = r.State, Due = r.Due, DueWord = r.DueWord, Stays = r.Stays,
        })).ToList(), cancel);
        audit.Add(actor, OrganizationsAudit.DutiesCarriedOut, new Subject(OrganizationsAudit.Unit, row.FromId, from.Name), after: new
        {
            row.Id, row.Kind, To = to.Name, row.Day, row.Document, RecordedBy = row.PersonName, Rows = moved.Sum(m => m.Rows.Count(r => r.Stays.Length == 0)),
        });
        foreach (var listener in listeners) await listener.CarriedOut(new CarriedTransfer(row.Id, row.FromId, to.Id, row.Day, row.Document, scope.Resources), actor, cancel);
        if (row.Kind == TransferKind.Merge)
            return (await merge.Run(row.FromId, to.Id, actor, cancel, row.Day, row.Document, row.Note)) is { Ok: false } failed ? failed.Faults[0] : null;
        store.Add(History(row, actor));
        await store.SaveChangesAsync(cancel);
        foreach (var (holder, rows) in moved) await holder.Stamp([.. rows.Where(r => r.Stays.Length == 0)], cancel);
        return null;
    }

    private HistoryEntry History(Transfer row, Actor actor) => new()
    {
        Id = ids.Next(), UnitId = row.FromId, OtherUnitId = row.ToId, Kind = HistoryKind.DutiesMoved, Day = row.Day, Document = row.Document, Note = row.Note,
        At = clock.GetUtcNow(), PersonId = row.PersonId == 0 ? actor.PersonId : row.PersonId, PersonName = row.PersonName,
    };

    // It waits on, says why, and is tried again until somebody mends the reason or takes it back.
    private async Task Note(long id, Fault refused, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        var problem = string.Format(CultureInfo.InvariantCulture, refused.Text, refused.Args);
        await store.Set<Transfer>().Where(t => t.Id == id && t.State == TransferState.Pending).ExecuteUpdateAsync(s => s.SetProperty(t => t.Problem, problem).SetProperty(t => t.Version, t => t.Version + 1), cancel);
    }
}
