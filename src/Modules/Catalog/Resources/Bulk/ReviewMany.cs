using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;

namespace Qingdan.Catalog.Resources.Bulk;

/// <summary>批量审核: one verdict of the authority over many resources, undone as one.</summary>
internal sealed class ReviewMany(Store store, AuditLog audit, IdSource ids, SignOffBook signOffs, DecisionBook decisions, ReviewResource review, IEnumerable<ICatalogListener> listeners)
{
    /// <summary>More than this in one action is refused: somebody should still have looked.</summary>
    public const int Most = 1000;

    /// <summary>Kinds of its decisions.</summary>
    public const string Publishing = "catalog.publish", Returning = "catalog.return";

    /// <summary>Decides those that wait for review and are as they were <paramref name="seen"/>: resource → number.</summary>
    public async Task<Result<BulkResult>> Run(IReadOnlyDictionary<long, int> seen, string filter, SignOffInput verdict, Actor actor, CancellationToken cancel)
    {
        var faults = signOffs.Check(verdict);
        if (seen.Count > Most) faults.Add(BulkFaults.TooMany);
        if (faults.Count > 0) return faults;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var chosen = seen.Keys.ToList();
        var rows = await store.Set<Resource>().Where(r => chosen.Contains(r.Id) && (r.State == ResourceState.InReview || r.State == ResourceState.ChangeInReview)).ToListAsync(cancel);
        rows.RemoveAll(r => r.Edit != seen[r.Id]);
        if (rows.Count == 0) return BulkFaults.Nothing;
        var decision = decisions.Add(actor, verdict.Agrees ? Publishing : Returning, filter, verdict.Opinion);
        decision.RowCount = rows.Count;
        foreach (var row in rows)
        {
            var was = row.State;
            await review.Decide(row, verdict, actor, cancel);
            decisions.Touch(decision, CatalogAudit.Kind, row.Id, was.ToString(), row.Edit);
        }
        audit.Add(actor, verdict.Agrees ? CatalogAudit.PublishedMany : CatalogAudit.ReturnedMany, decision.AsSubject(), after: new { decision.RowCount, Resources = rows.Select(r => r.Id) }, why: verdict.Opinion);
        if (verdict.Agrees)
            foreach (var listener in listeners) await listener.Published(PublishedChange.Of([.. rows.Select(r => r.ProviderId).Distinct()], [.. rows.Select(r => r.Id)]), actor, cancel);
        rows.Stamp(ids);
        if (!await store.TrySave(cancel)) return CatalogFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new BulkResult(decision.Id, rows.Count, seen.Count - rows.Count);
    }
}
