using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Organizations.Transfers;

/// <summary>撤回: takes a transfer back before its day. One that could not be carried out may be taken back later too.</summary>
internal sealed class WithdrawTransfer(Store store, IOrganizationDirectory directory, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Done>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var row = await store.Set<Transfer>().SingleOrDefaultAsync(t => t.Id == id, cancel);
        if (row is null) return TransferFaults.NotFound;
        if (!May(row, clock.Today())) return TransferFaults.TooLate;
        (row.State, row.EndedAt, row.EndedBy) = (TransferState.Withdrawn, clock.GetUtcNow(), actor.Name);
        row.Version++;
        var from = (await directory.Tree(cancel)).Find(row.FromId)?.Name ?? "";
        audit.Add(actor, OrganizationsAudit.DutiesWithdrawn, new Subject(OrganizationsAudit.Unit, row.FromId, from), before: new { row.Id, row.Day, row.Document });
        return await store.TrySave(cancel) ? new Done() : TransferFaults.TooLate;
    }

    public static bool May(Transfer row, DateOnly today) => row.State == TransferState.Pending && (row.Day > today || row.Problem.Length > 0);
}

/// <summary>Refusals about transfers.</summary>
internal static class TransferFaults
{
    public static readonly Fault NotFound = new("organizations.duties.not-found", "没有这次职能划转，或者与您的单位无关。", null, FaultKind.NotFound);

    public static readonly Fault TooLate = new("organizations.duties.too-late", "这次职能划转已生效或者已撤回，不能再撤回。已生效的，请登记一次相反的划转。", null, FaultKind.Conflict);
}
