using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Systems;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Duties;

/// <summary>登记, 修改 and 终止职责. <c>edit</c> is the number the form was loaded with.</summary>
internal sealed class SaveDuty(Store store, RegisterAccess access, AuditLog audit, IdSource ids, TimeProvider clock)
{
    public const int MostName = 200, MostText = 500;

    /// <summary>Saves; <paramref name="id"/> is 0 for a new one.</summary>
    public async Task<Result<long>> Run(long id, int edit, DutyDraft draft, Actor actor, CancellationToken cancel)
    {
        if (actor.UnitId == 0) return RegisterFaults.NoUnit;
        var row = id == 0 ? null : await (await access.Own<Duty>(actor, cancel)).SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (id != 0 && row is null) return RegisterFaults.NoDuty;
        if (row is not null && row.Edit != edit) return RegisterFaults.ChangedMeanwhile;
        var faults = await Faults(draft, row, actor, cancel);
        if (faults.Count > 0) return faults;
        var before = row is null ? null : DutyDraft.Of(row);
        if (row is null) store.Add(row = new Duty { Id = ids.Next(), UnitId = actor.UnitId, Name = "", NameKey = "", CreatedAt = clock.GetUtcNow() });
        var action = before is null ? CatalogAudit.DutyRegistered : row.State == DutyState.InUse && draft.State == nameof(DutyState.Ended) ? CatalogAudit.DutyEnded : CatalogAudit.DutyChanged;
        (row.Name, row.NameKey, row.Basis, row.Note, row.State) = (draft.Name.Trim(), NameKey.Of(draft.Name), draft.Basis.Trim(), draft.Note.Trim(), RegisterText.Choice<DutyState>(draft.State)!.Value);
        row.Touch(ids, clock);
        audit.Add(actor, action, CatalogAudit.Of(row), before, DutyDraft.Of(row), draft.Why.Trim() is { Length: > 0 } why ? why : null);
        return await store.TrySave(cancel) ? row.Id : RegisterFaults.ChangedMeanwhile;
    }

    private async Task<List<Fault>> Faults(DutyDraft draft, Duty? row, Actor actor, CancellationToken cancel)
    {
        var (faults, key) = (new List<Fault>(), NameKey.Of(draft.Name));
        if (key.Length == 0) faults.Add(new("catalog.duty.name.required", "请填写职责事项。", "name"));
        if (draft.Basis.Trim().Length == 0) faults.Add(new("catalog.duty.basis.required", "请填写依据文件，例如本单位的“三定”规定。", "basis"));
        if (RegisterText.Choice<DutyState>(draft.State) is null) faults.Add(new("catalog.duty.state.required", "请选择职责状态。", "state"));
        if (draft.State == nameof(DutyState.Ended) && draft.Why.Trim().Length == 0) faults.Add(new("catalog.duty.why.required", "终止职责请写明原因和依据。", "why"));
        faults.AddRange(
        [
            .. RegisterText.Faults(draft.Name, "name", "职责事项", MostName), .. RegisterText.Faults(draft.Basis, "basis", "依据文件", MostText),
            .. RegisterText.Faults(draft.Note, "note", "备注", MostText), .. RegisterText.Faults(draft.Why, "why", "修改原因", MostText),
        ]);
        // What it is called already it may keep: of two merged units both may have brought the same one.
        if (key.Length > 0 && key != row?.NameKey && await (await access.Own<Duty>(actor, cancel)).AnyAsync(d => d.NameKey == key, cancel))
            faults.Add(new("catalog.duty.name.taken", "本单位已登记这项职责。请改用别的名称，或者到那一项里修改。", "name"));
        return faults;
    }
}
