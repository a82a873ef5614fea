using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources;

/// <summary>下线: takes a published resource out of the catalogue, with a reason. It stays readable with its history; the lists get a proposed removal.</summary>
internal sealed class WithdrawResource(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IEnumerable<ICatalogListener> listeners)
{
    public static readonly Fault NotPublished = new("catalog.resource.not-published", "只有已发布的目录可以下线。", null, FaultKind.Conflict);

    /// <summary>Withdraws one resource.</summary>
    public async Task<Result<Done>> Run(long id, string why, Actor actor, CancellationToken cancel)
    {
        var row = await store.Set<Resource>().SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null) return CatalogFaults.NotFound;
        if (row.State is ResourceState.ChangeInReview) return CatalogFaults.InReview;
        if (row.State is not (ResourceState.Published or ResourceState.Changing))
            return NotPublished;
        if (string.IsNullOrWhiteSpace(why)) return new Fault("catalog.withdraw.reason", "请写明下线的理由。", "why");
        if (why.Length > 500) return new Fault("catalog.withdraw.reason.too-long", "下线的理由不超过 500 字。", "why");
        if (ClassificationMarks.Refusal(why, "why") is { } marked) return marked;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        row.State = ResourceState.Withdrawn;
        row.Touch(ids, clock);
        audit.Add(actor, CatalogAudit.Withdrawn, CatalogAudit.Of(row), why: why);
        foreach (var listener in listeners) await listener.Published(PublishedChange.Of([row.ProviderId], [row.Id]), actor, cancel);
        if (!await store.TrySave(cancel)) return CatalogFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
