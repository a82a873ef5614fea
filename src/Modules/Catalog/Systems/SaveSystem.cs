using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Quality;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Catalog.Systems;

/// <summary>登记 and 修改信息系统. Saving a proposed one confirms it; <c>edit</c> is the number the form was loaded with.</summary>
internal sealed class SaveSystem(Store store, RegisterAccess access, CheckOrders checks, SystemRules rules, AuditLog audit, IdSource ids, TimeProvider clock)
{
    // Names are checked against those of the unit's other systems.
    private const long AdvisoryLock = 7_204_141;

    /// <summary>Lets one at a time give names to systems, in the running transaction.</summary>
    public static Task LockNames(Store store, CancellationToken cancel) => store.WaitForTurn(AdvisoryLock, cancel);

    /// <summary>Saves; <paramref name="id"/> is 0 for a new one.</summary>
    public async Task<Result<long>> Run(long id, int edit, SystemDraft draft, Actor actor, CancellationToken cancel)
    {
        if (actor.UnitId == 0) return RegisterFaults.NoUnit;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await LockNames(store, cancel);
        var row = id == 0 ? null : await (await access.Own<InformationSystem>(actor, cancel)).SingleOrDefaultAsync(s => s.Id == id, cancel);
        if (id != 0 && row is null) return RegisterFaults.NoSystem;
        if (row is not null && row.Edit != edit) return RegisterFaults.ChangedMeanwhile;
        var faults = await rules.Run(draft, id, actor, cancel);
        if (faults.Count > 0) return faults;
        var (before, former) = (row is null ? null : SystemDraft.Of(row), row?.Keys.ToHashSet() ?? []);
        var ends = row is { State: not SystemState.Stopped } && draft.State == nameof(SystemState.Stopped);
        if (row is null) store.Add(row = new InformationSystem { Id = ids.Next(), UnitId = actor.UnitId, Name = "", NameKey = "", CreatedAt = clock.GetUtcNow() });
        Fill(row, draft);
        row.Touch(ids, clock);
        audit.Add(actor, before is null ? CatalogAudit.SystemRegistered : ends ? CatalogAudit.SystemStopped : CatalogAudit.SystemChanged, CatalogAudit.Of(row), before, SystemDraft.Of(row), Why(draft));
        if (!former.SetEquals(row.Keys)) checks.Naming(actor.UnitId, former.Concat(row.Keys), actor);
        if (!await store.TrySave(cancel)) return RegisterFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return row.Id;
    }

    private static void Fill(InformationSystem row, SystemDraft draft)
    {
        (row.Name, row.NameKey, row.Aliases) = (draft.Name.Trim(), NameKey.Of(draft.Name), string.Join('\n', RegisterText.Lines(draft.Aliases).DistinctBy(NameKey.Of)));
        (row.State, row.Protection, row.LaunchedOn) = (RegisterText.Choice<SystemState>(draft.State)!.Value, RegisterText.Choice<ProtectionLevel>(draft.Protection), TypedDay.Read(draft.LaunchedOn));
        (row.Builder, row.Project, row.Note, row.Proposed) = (draft.Builder.Trim(), draft.Project.Trim(), draft.Note.Trim(), false);
    }

    private static string? Why(SystemDraft draft) => draft.Why.Trim() is { Length: > 0 } why ? why : null;
}
