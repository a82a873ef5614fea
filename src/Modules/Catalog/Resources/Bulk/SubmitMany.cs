using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;

namespace Qingdan.Catalog.Resources.Bulk;

/// <summary>批量报送: many drafts of a unit with one consent, in the system or on one sheet of paper; undone as one.</summary>
internal sealed class SubmitMany(Store store, AuditLog audit, IdSource ids, DecisionBook decisions, SubmitResource submit, ResourceAccess access, ResourceRules rules)
{
    /// <summary>Kind of its decisions.</summary>
    public const string Submitting = "catalog.submit";

    /// <summary>Hands in those of <paramref name="chosen"/> that are complete; the others stay drafts.</summary>
    public async Task<Result<BulkResult>> Run(IReadOnlyList<long> chosen, string filter, bool assessed, SignOffInput consent, Actor actor, CancellationToken cancel)
    {
        var faults = submit.Check(assessed, consent, actor);
        if (chosen.Count > ReviewMany.Most) faults.Add(BulkFaults.TooMany);
        if (faults.Count > 0) return faults;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var rows = await (await access.Own(actor, cancel)).Where(r => chosen.Contains(r.Id) && (r.State == ResourceState.Draft || r.State == ResourceState.Changing)).ToListAsync(cancel);
        var decision = decisions.Add(actor, Submitting, filter, consent.Opinion);
        var done = new List<long>();
        foreach (var row in rows)
        {
            if (rules.ForSubmission(await submit.Content(row, cancel)).Count > 0) continue;
            var was = row.State;
            submit.HandIn(row, consent, actor);
            decisions.Touch(decision, CatalogAudit.Kind, row.Id, was.ToString(), row.Edit);
            done.Add(row.Id);
        }
        if (done.Count == 0) return BulkFaults.Nothing;
        decision.RowCount = done.Count;
        audit.Add(actor, CatalogAudit.SubmittedMany, decision.AsSubject(), after: new { decision.RowCount, Resources = done }, why: consent.Opinion);
        rows.Where(r => done.Contains(r.Id)).Stamp(ids);
        if (!await store.TrySave(cancel)) return CatalogFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new BulkResult(decision.Id, done.Count, rows.Count - done.Count);
    }
}
