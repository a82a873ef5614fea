using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Resources.Bulk;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;

namespace Qingdan.Catalog.Similar;

/// <summary>
/// 撤销合并, on the day it was made: what was withdrawn is in force again with its links. The next version of the one that stayed goes back to what it was, unless somebody went on with it.
/// </summary>
internal sealed class UndoMerge(Store store, SimilarAccess access, DecisionBook decisions, AuditLog audit, IdSource ids, TimeProvider clock, IEnumerable<ICatalogListener> listeners)
{
    /// <summary>Undoes one merge; says how many resources are back, and how many are left as somebody went on with them.</summary>
    public async Task<Result<BulkResult>> Run(long decisionId, Actor actor, CancellationToken cancel)
    {
        var undoable = await decisions.Undoable(decisionId, actor, cancel);
        if (!undoable.TryGet(out var decision)) return undoable.As<BulkResult>();
        var group = await store.Set<SimilarGroup>().SingleOrDefaultAsync(g => g.DecisionId == decisionId && g.State == GroupState.Merged, cancel);
        if (group is null || decision.Kind != MergeSimilar.Merging) return SimilarAccess.NotFound;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var touched = await decisions.Rows(decisionId, CatalogAudit.Kind, cancel);
        var all = touched.ConvertAll(t => t.TargetId);
        var rows = await store.Set<Resource>().Where(r => all.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        if (await access.Refused(rows.Values.Select(r => r.ProviderId), actor, cancel) is { } refusal) return refusal;
        var undo = JsonSerializer.Deserialize<MergeUndo>(group.Undo, JsonText.Readable)!;
        var (back, left) = (0, 0);
        foreach (var touch in touched)
        {
            var row = rows[touch.TargetId];
            if (row.Id == group.KeptId)
            {
                if (undo.Drafted && !await DraftBack(row, touch, undo, cancel)) left++;
                continue;
            }
            if (row.Edit != touch.Edit) return BulkFaults.MovedOn;
            (row.State, row.MergedInto) = (Enum.Parse<ResourceState>(touch.Was), 0);
            row.Touch(ids, clock);
            back++;
        }
        await LinksBack(undo.Links, group.KeptId, cancel);
        // It is compared again, and then there is a group of it again.
        await store.Set<SimilarMember>().Where(m => m.GroupId == group.Id).ExecuteDeleteAsync(cancel);
        store.Remove(group);
        decisions.Undo(decision, actor);
        audit.Add(actor, CatalogAudit.MergeUndone, decision.AsSubject(), after: new { Undone = back, Left = left });
        var change = PublishedChange.Of([.. rows.Values.Select(r => r.ProviderId).Distinct()], [.. rows.Keys]);
        foreach (var listener in listeners) await listener.Published(change, actor, cancel);
        if (!await store.TrySave(cancel)) return CatalogFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new BulkResult(decisionId, back, left);
    }

    private async Task<bool> DraftBack(Resource row, DecisionRow touch, MergeUndo undo, CancellationToken cancel)
    {
        if (row.Edit != touch.Edit) return false;
        var draft = await store.Set<ResourceDraft>().SingleAsync(d => d.ResourceId == row.Id, cancel);
        if (undo.DraftBefore is null) store.Remove(draft);
        else (draft.Content, draft.ChangedAt) = (undo.DraftBefore, clock.GetUtcNow());
        row.State = Enum.Parse<ResourceState>(touch.Was);
        row.Touch(ids, clock);
        return true;
    }

    // What somebody linked or unlinked since stays so.
    private async Task LinksBack(IReadOnlyList<MovedLink> moved, long kept, CancellationToken cancel)
    {
        foreach (var link in moved)
        {
            if (link.Added) await store.Set<DutyLink>().Where(l => l.DutyId == link.DutyId && l.Target == DutyTarget.Resource && l.TargetId == kept).ExecuteDeleteAsync(cancel);
            await store.Execute("INSERT INTO catalog_duty_links (duty_id, target, target_id) VALUES (@duty, @target, @id) ON CONFLICT DO NOTHING", cancel, ("duty", link.DutyId), ("target", nameof(DutyTarget.Resource)), ("id", link.From));
        }
    }
}
