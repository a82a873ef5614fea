using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Similar;

/// <summary>
/// 不是同一个: the resources of a group are different data. It is remembered of each two of them, and holds until more than half of what one of them looked like, name and items, has changed.
/// </summary>
internal sealed class RejectSimilar(Store store, SimilarAccess access, ReadProfiles profiles, CompareOrders orders, AuditLog audit, TimeProvider clock)
{
    /// <summary>Most characters of a reason.</summary>
    public const int MostWhy = 500;

    /// <summary>Closes a group; the reason may be left out. <paramref name="seen"/>: the resources that were shown; nothing is said of others.</summary>
    public async Task<Result<Done>> Run(long id, IReadOnlyCollection<long> seen, string why, Actor actor, CancellationToken cancel)
    {
        var open = await access.ToDecide(id, actor, cancel);
        if (!open.TryGet(out var found)) return open.As<Done>();
        if (why.Length > MostWhy) return new Fault("catalog.similar.why.too-long", "理由不超过 {0} 字。", "why", FaultKind.Invalid, MostWhy);
        if (ClassificationMarks.Refusal(why, "why") is { } marked) return marked;
        var (group, rows) = found;
        if (!rows.Select(r => r.Id).ToHashSet().SetEquals(seen)) return SimilarAccess.NotAsSeen;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await Remember(group, [.. rows.Select(r => r.Id)], cancel);
        (group.State, group.Why, group.DecidedBy, group.DecidedAt) = (GroupState.Rejected, why.Trim(), actor.Name, clock.GetUtcNow());
        audit.Add(actor, CatalogAudit.SimilarRejected, new Subject(CatalogAudit.SimilarKind, group.Id, rows[0].Name), after: new { Resources = rows.Select(r => new { r.Id, r.Code, r.Name }) }, why: why);
        await orders.Published(PublishedChange.Any([.. rows.Select(r => r.ProviderId)]), actor, cancel);
        if (!await store.TrySave(cancel)) return SimilarAccess.Decided;
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    private async Task Remember(SimilarGroup group, List<long> members, CancellationToken cancel)
    {
        var looks = (await profiles.Run(members, cancel)).ToDictionary(p => p.Key, p => p.Value.Look());
        var known = await store.Set<SimilarRejection>().Where(r => members.Contains(r.FirstId) && members.Contains(r.SecondId)).ToDictionaryAsync(r => (r.FirstId, r.SecondId), cancel);
        foreach (var (first, second) in members.SelectMany(a => members.Where(b => a < b), (a, b) => (a, b)))
        {
            if (!looks.TryGetValue(first, out var one) || !looks.TryGetValue(second, out var other)) continue;
            if (known.GetValueOrDefault((first, second)) is { } again) (again.FirstPrint, again.SecondPrint, again.GroupId) = (one, other, group.Id);
            else store.Add(new SimilarRejection { FirstId = first, SecondId = second, FirstPrint = one, SecondPrint = other, GroupId = group.Id });
        }
        await CompareOrders.Again(store, members, cancel);
    }
}
