using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Items.Prose;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources.Bulk;

/// <summary>撤销 of a bulk action: each resource goes back to what it was, unless somebody went on with it.</summary>
internal sealed class UndoBulk(Store store, AuditLog audit, IdSource ids, TimeProvider clock, DecisionBook decisions, SearchWriter search, PutBackProposed putBack, IEnumerable<ICatalogListener> listeners)
{
    /// <summary>Undoes one decision on the day it was made; says how many went back and how many did not.</summary>
    public async Task<Result<BulkResult>> Run(long decisionId, Actor actor, CancellationToken cancel)
    {
        var undoable = await decisions.Undoable(decisionId, actor, cancel);
        if (!undoable.TryGet(out var decision)) return undoable.As<BulkResult>();
        if (!MayUndo(decision.Kind, actor)) return BulkFaults.NotYours;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var touched = await decisions.Rows(decisionId, CatalogAudit.Kind, cancel);
        if (touched.Count == 0) return BulkFaults.Nothing;
        var all = touched.ConvertAll(t => t.TargetId);
        var rows = await store.Set<Resource>().Where(r => all.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var providers = new HashSet<long>();
        var undone = new List<Resource>();
        foreach (var touch in touched.Where(t => rows[t.TargetId].Edit == t.Edit))
        {
            var row = rows[touch.TargetId];
            if (row.State == ResourceState.Published) providers.Add(row.ProviderId);
            var was = Enum.Parse<ResourceState>(touch.Was);
            await (decision.Kind == TakeProposed.Taking ? putBack.Run(row, was, cancel) : Back(row, was, cancel));
            undone.Add(row);
        }
        if (undone.Count == 0) return BulkFaults.MovedOn;
        undone.Stamp(ids);
        decisions.Undo(decision, actor);
        audit.Add(actor, CatalogAudit.BulkUndone, decision.AsSubject(), after: new { Undone = undone.Count, Left = touched.Count - undone.Count });
        foreach (var listener in listeners) await listener.Published(PublishedChange.Of(providers, [.. undone.Select(r => r.Id)]), actor, cancel);
        if (!await store.TrySave(cancel)) return CatalogFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new BulkResult(decisionId, undone.Count, touched.Count - undone.Count);
    }

    private static bool MayUndo(string kind, Actor actor) => kind is SubmitMany.Submitting or TakeProposed.Taking ? actor.Is(Roles.Liaison, Roles.UnitHead) : kind is ReviewMany.Publishing or ReviewMany.Returning && actor.Is(Roles.Authority);

    // What was published as a next version becomes a draft beside the version before; the codes stay given.
    private async Task Back(Resource row, ResourceState was, CancellationToken cancel)
    {
        if (row.State == ResourceState.Published)
        {
            row.Version--;
            if (was == ResourceState.ChangeInReview) await BringBack(row, cancel);
        }
        row.State = was;
        row.Touch(ids, clock);
    }

    private async Task BringBack(Resource row, CancellationToken cancel)
    {
        var now = row.Content(await store.Set<Item>().Where(i => i.ResourceId == row.Id).ToListAsync(cancel));
        var before = await store.Set<ResourceVersion>().SingleAsync(v => v.ResourceId == row.Id && v.Number == row.Version, cancel);
        var content = JsonSerializer.Deserialize<ResourceContent>(before.Content, JsonText.Readable)!;
        store.Remove(before);
        store.Add(new ResourceDraft { ResourceId = row.Id, Content = JsonSerializer.Serialize(now, JsonText.Readable), AuthorName = before.ReplacedBy, ChangedAt = clock.GetUtcNow() });
        await store.BringBack(row, content, ids, cancel);
        await search.Write(row, content, cancel);
    }
}
