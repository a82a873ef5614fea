using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Items;
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
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Similar;

/// <summary>How a group is merged.</summary>
/// <param name="Stays">The resource that goes on.</param>
/// <param name="Others">Those that go into it; the rest of the group stays as it is.</param>
/// <param name="Items">Ids of items that only the others have and that are taken over.</param>
/// <param name="Seen">Resource → edit number of what was shown: nothing is merged unseen.</param>
internal sealed record MergeOrder(long Stays, IReadOnlyCollection<long> Others, IReadOnlyCollection<long> Items, IReadOnlyDictionary<long, int> Seen, string Why);

/// <summary>What undoing needs: the draft of the one that stays as it was, and which links of duties were moved.</summary>
internal sealed record MergeUndo(bool Drafted, string? DraftBefore, IReadOnlyList<MovedLink> Links);

/// <summary>A duty's link that was moved. <paramref name="Added"/> is false where the duty had both.</summary>
internal sealed record MovedLink(long DutyId, long From, bool Added);

/// <summary>
/// 合并: of resources that are one, one stays with its code; the others are withdrawn, with a link to it, and their codes are its former codes. Items that only they had go into its next version,
/// which is handed in as any other. The lists follow by proposals; demands stay where they are and lead on by the notice.
/// </summary>
internal sealed class MergeSimilar(
    Store store, SimilarAccess access, SaveResource save, DecisionBook decisions, AuditLog audit, IdSource ids, TimeProvider clock, IEnumerable<ICatalogListener> listeners)
{
    /// <summary>The kind of its decisions.</summary>
    public const string Merging = "catalog.merge";

    private static readonly Fault NoStays = new("catalog.merge.stays", "请选择保留哪一个目录。", "stays");
    private static readonly Fault NoOthers = new("catalog.merge.others", "请至少选择一个要并入的目录。", "others");
    private static readonly Fault NoWhy = new("catalog.merge.why", "请写明合并的理由。", "why");
    private static readonly Fault WhyTooLong = new("catalog.merge.why.too-long", "合并的理由不超过 {0} 字。", "why", FaultKind.Invalid, RejectSimilar.MostWhy);
    private static readonly Fault InReview = new("catalog.merge.in-review", "“{0}”正在主管部门审核，退回或通过后才能合并。", null, FaultKind.Conflict);

    /// <summary>Merges; the answer names the decision, by which it can be undone the same day.</summary>
    public async Task<Result<BulkResult>> Run(long id, MergeOrder order, Actor actor, CancellationToken cancel)
    {
        var open = await access.ToDecide(id, actor, cancel);
        if (!open.TryGet(out var found)) return open.As<BulkResult>();
        var (group, rows) = found;
        var stays = rows.Find(r => r.Id == order.Stays);
        var others = rows.Where(r => r.Id != order.Stays && order.Others.Contains(r.Id)).ToList();
        var faults = Faults(order, stays, others);
        if (faults.Count > 0) return faults;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var (was, next) = (stays!.State, await Next(stays, order, others, cancel));
        if (next is not null && save.Faults(next, []) is { Count: > 0 } wrong) return wrong;
        var before = next is null ? null : await store.Set<ResourceDraft>().AsNoTracking().Where(d => d.ResourceId == stays.Id).Select(d => d.Content).SingleOrDefaultAsync(cancel);
        var decision = decisions.Add(actor, Merging, stays.Name, order.Why.Trim());
        decision.RowCount = others.Count;
        foreach (var other in others) Withdraw(other, stays, decision, order.Why, actor);
        (group.State, group.KeptId, group.DecisionId, group.Why, group.DecidedBy, group.DecidedAt) = (GroupState.Merged, stays.Id, decision.Id, order.Why.Trim(), actor.Name, clock.GetUtcNow());
        group.Undo = JsonSerializer.Serialize(new MergeUndo(next is not null, before, await MoveLinks(stays.Id, others, cancel)), JsonText.Readable);
        audit.Add(actor, CatalogAudit.Merged, decision.AsSubject(), after: new { Stays = Named(stays), Others = others.Select(Named), order.Items }, why: order.Why);
        // Whoever would undo the import it came with sees that it is needed now.
        if (next is null) stays.Touch(ids, clock);
        else if (await save.Write(stays, next, actor, cancel, order.Why) is { Ok: false } unwritten) return unwritten.As<BulkResult>();
        decisions.Touch(decision, CatalogAudit.Kind, stays.Id, was.ToString(), stays.Edit);
        var change = PublishedChange.Of([.. others.Append(stays).Select(r => r.ProviderId).Distinct()], [.. others.Append(stays).Select(r => r.Id)]);
        foreach (var listener in listeners) await listener.Published(change, actor, cancel);
        if (!await store.TrySave(cancel)) return SimilarAccess.NotAsSeen;
        await Compare(group.Id, [.. rows.Except(others).Select(r => r.Id)], stays.Id, cancel);
        await transaction.CommitAsync(cancel);
        return new BulkResult(decision.Id, others.Count, rows.Count - 1 - others.Count);
    }

    private static List<Fault> Faults(MergeOrder order, Resource? stays, List<Resource> others)
    {
        var faults = new List<Fault>();
        if (stays is null) faults.Add(NoStays);
        if (others.Count == 0) faults.Add(NoOthers);
        if (string.IsNullOrWhiteSpace(order.Why)) faults.Add(NoWhy);
        if (order.Why.Length > RejectSimilar.MostWhy) faults.Add(WhyTooLong);
        if (ClassificationMarks.Refusal(order.Why, "why") is { } marked) faults.Add(marked);
        if (stays is null) return faults;
        var concerned = others.Append(stays).ToList();
        if (concerned.Exists(r => !ResourceStates.InForce.Contains(r.State) || (order.Seen.TryGetValue(r.Id, out var edit) && edit != r.Edit))) faults.Add(SimilarAccess.NotAsSeen);
        // What is in review is withdrawn by nobody, and takes nothing over.
        faults.AddRange(others.Concat(order.Items.Count > 0 ? [stays] : []).Where(r => r.State == ResourceState.ChangeInReview).Select(r => InReview with { Args = [r.Name] }));
        return faults;
    }

    private void Withdraw(Resource other, Resource stays, Decision decision, string why, Actor actor)
    {
        var was = other.State;
        (other.State, other.MergedInto) = (ResourceState.Withdrawn, stays.Id);
        other.Touch(ids, clock);
        decisions.Touch(decision, CatalogAudit.Kind, other.Id, was.ToString(), other.Edit);
        audit.Add(actor, CatalogAudit.Withdrawn, CatalogAudit.Of(other), after: new { MergedInto = Named(stays) }, why: why);
    }

    // The next version of the one that stays; null when nothing is taken over. What it has by then, in a next version too, is not added twice.
    private async Task<ResourceContent?> Next(Resource stays, MergeOrder order, List<Resource> others, CancellationToken cancel)
    {
        var (wanted, from) = (order.Items.ToArray(), others.ConvertAll(r => r.Id));
        var taken = await store.Set<Item>().AsNoTracking().Where(i => wanted.Contains(i.Id) && from.Contains(i.ResourceId)).OrderBy(i => i.ResourceId).ThenBy(i => i.Place).ToListAsync(cancel);
        if (taken.Count == 0) return null;
        var now = await save.Current(stays, cancel);
        var has = now.Items.Select(i => NameKey.Of(i.Name)).ToHashSet();
        var added = taken.Where(i => has.Add(NameKey.Of(i.Name))).Select(i => i.Content() with { Id = 0 }).ToList();
        return added.Count == 0 ? null : now with { Items = [.. now.Items, .. added] };
    }

    private async Task<List<MovedLink>> MoveLinks(long stays, List<Resource> others, CancellationToken cancel)
    {
        var from = others.ConvertAll(r => r.Id);
        var links = await store.Set<DutyLink>().Where(l => l.Target == DutyTarget.Resource && (from.Contains(l.TargetId) || l.TargetId == stays)).ToListAsync(cancel);
        var (has, moved) = (links.Where(l => l.TargetId == stays).Select(l => l.DutyId).ToHashSet(), new List<MovedLink>());
        foreach (var link in links.Where(l => l.TargetId != stays))
        {
            var added = has.Add(link.DutyId);
            if (added) store.Add(new DutyLink { DutyId = link.DutyId, Target = DutyTarget.Resource, TargetId = stays });
            store.Remove(link);
            moved.Add(new MovedLink(link.DutyId, link.TargetId, added));
        }
        return moved;
    }

    // Who was not merged is no member of what was decided, and is compared again, as the one is that stays.
    private async Task Compare(long group, IReadOnlyCollection<long> left, long stays, CancellationToken cancel)
    {
        await store.Set<SimilarMember>().Where(m => m.GroupId == group && m.ResourceId != stays && left.Contains(m.ResourceId)).ExecuteDeleteAsync(cancel);
        await CompareOrders.Again(store, left, cancel);
    }

    private static object Named(Resource row) => new { row.Id, row.Code, row.Name };
}
