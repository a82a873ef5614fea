using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
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

namespace Qingdan.Catalog.Resources;

/// <summary>审核: the authority publishes a resource or its next version, or returns it with a reason (政务数据共享条例 16, 17).</summary>
internal sealed class ReviewResource(Store store, AuditLog audit, IdSource ids, TimeProvider clock, SignOffBook signOffs, CatalogCodes codes, SearchWriter search, IEnumerable<ICatalogListener> listeners)
{
    public static readonly Fault NotInReview = new("catalog.resource.not-in-review", "这个目录不在待审核状态，可能别人已经审过。", null, FaultKind.Conflict);

    /// <summary>Decides one resource. <paramref name="edit"/> is the number of what the reviewer saw: nothing is published unseen.</summary>
    public async Task<Result<Done>> Run(long id, int edit, SignOffInput verdict, Actor actor, CancellationToken cancel)
    {
        var row = await store.Set<Resource>().SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null) return CatalogFaults.NotFound;
        if (row.State is not (ResourceState.InReview or ResourceState.ChangeInReview))
            return NotInReview;
        if (row.Edit != edit) return CatalogFaults.NotAsSeen;
        var faults = signOffs.Check(verdict);
        if (faults.Count > 0) return faults;

        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await Decide(row, verdict, actor, cancel);
        if (verdict.Agrees)
            foreach (var listener in listeners) await listener.Published(PublishedChange.Of([row.ProviderId], [row.Id]), actor, cancel);
        if (!await store.TrySave(cancel)) return CatalogFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    /// <summary>The decision itself, within the caller's transaction; the caller tells the listeners and saves.</summary>
    public async Task Decide(Resource row, SignOffInput verdict, Actor actor, CancellationToken cancel)
    {
        var signed = signOffs.Add(actor, CatalogAudit.Kind, row.Id, Roles.Authority, verdict);
        if (verdict.Agrees) await search.Write(row, await Publish(row, actor, cancel), cancel);
        else row.State = row.State == ResourceState.InReview ? ResourceState.Draft : ResourceState.Changing;
        row.Touch(ids, clock);
        audit.Add(actor, verdict.Agrees ? CatalogAudit.Published : CatalogAudit.Returned, CatalogAudit.Of(row), after: new { row.State, row.Version, row.Code, SignOff = signed.Evidence() }, why: verdict.Opinion);
    }

    private async Task<ResourceContent> Publish(Resource row, Actor actor, CancellationToken cancel)
    {
        var content = row.Content(await store.Set<Item>().Where(i => i.ResourceId == row.Id).ToListAsync(cancel));
        if (row.State == ResourceState.ChangeInReview)
        {
            store.Add(new ResourceVersion
            {
                Id = ids.Next(), ResourceId = row.Id, Number = row.Version, Content = JsonSerializer.Serialize(content, JsonText.Readable),
                ReplacedAt = clock.GetUtcNow(), ReplacedBy = actor.Name,
            });
            var draft = await store.Set<ResourceDraft>().SingleAsync(d => d.ResourceId == row.Id, cancel);
            content = JsonSerializer.Deserialize<ResourceContent>(draft.Content, JsonText.Readable)!;
            store.Remove(draft);
            await store.BringBack(row, content, ids, cancel);
        }
        await codes.Give([row], cancel);
        row.Version++;
        row.State = ResourceState.Published;
        return content;
    }
}
