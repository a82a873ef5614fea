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

namespace Qingdan.Catalog.Resources;

/// <summary>
/// Saves what a unit writes about a resource: a draft in place, or the next version beside the one in force.
/// <c>edit</c> is the number the form was loaded with; when somebody saved in between, nothing is overwritten.
/// </summary>
internal sealed class SaveResource(Store store, AuditLog audit, IdSource ids, TimeProvider clock, SearchWriter search, ResourceAccess access, ResourceRules rules, NewDraft draft)
{
    private static readonly Fault NoUnit = new("catalog.unit.required", "您的账号没有所属单位，不能编目。请联系系统管理员补上单位。", null, FaultKind.Forbidden);

    /// <summary>A new draft of the actor's unit.</summary>
    public async Task<Result<long>> Create(ResourceContent content, Actor actor, CancellationToken cancel)
    {
        if (actor.UnitId == 0) return NoUnit;
        var faults = Faults(content, []);
        if (faults.Count > 0) return faults;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var id = await draft.Add(actor.UnitId, content, actor, cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }

    /// <summary>The next state of an existing draft or version.</summary>
    public async Task<Result<Done>> Update(long id, int edit, ResourceContent content, Actor actor, CancellationToken cancel)
    {
        var row = await (await access.Own(actor, cancel)).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null) return CatalogFaults.NotFound;
        if (row.State is ResourceState.InReview or ResourceState.ChangeInReview) return CatalogFaults.InReview;
        if (row.State is not (ResourceState.Draft or ResourceState.Published or ResourceState.Changing)) return CatalogFaults.NotEditable;
        var faults = Faults(content, []);
        if (faults.Count > 0) return faults;
        if (row.Edit != edit) return CatalogFaults.ChangedMeanwhile;

        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var written = await Write(row, content, actor, cancel);
        if (written.Ok) await transaction.CommitAsync(cancel);
        return written;
    }

    /// <summary>Writes a checked content inside the caller's transaction: a draft in place, or the next version beside the one in force.</summary>
    public async Task<Result<Done>> Write(Resource row, ResourceContent content, Actor actor, CancellationToken cancel, string? why = null)
    {
        var before = await Current(row, cancel);
        if (row.State == ResourceState.Draft) await store.Apply(row, content, ids, cancel);
        else content = await SaveBeside(row, content, before, actor, cancel);
        row.Touch(ids, clock);
        audit.Add(actor, CatalogAudit.Saved, CatalogAudit.Of(row), before, content, why);
        if (!await store.TrySave(cancel)) return CatalogFaults.ChangedMeanwhile;
        if (row.State == ResourceState.Draft) await search.Write(row, content, cancel);
        return new Done();
    }

    /// <summary>All that hinders saving, behind what the reading of the input already found.</summary>
    public List<Fault> Faults(ResourceContent content, IEnumerable<Fault> found) => [.. found, .. rules.ForSaving(content)];

    /// <summary>What the unit works on: the draft of the next version if there is one, else the row.</summary>
    public async Task<ResourceContent> Current(Resource row, CancellationToken cancel) =>
        await store.Set<ResourceDraft>().SingleOrDefaultAsync(d => d.ResourceId == row.Id, cancel) is { } draft
            ? JsonSerializer.Deserialize<ResourceContent>(draft.Content, JsonText.Readable)!
            : row.Content(await store.Set<Item>().Where(i => i.ResourceId == row.Id).ToListAsync(cancel));

    private async Task<ResourceContent> SaveBeside(Resource row, ResourceContent content, ResourceContent before, Actor actor, CancellationToken cancel)
    {
        content = content.WithIds(await store.Set<Item>().Where(i => i.ResourceId == row.Id).Select(i => i.Id).ToListAsync(cancel), before.Items, ids);
        var draft = await store.Set<ResourceDraft>().SingleOrDefaultAsync(d => d.ResourceId == row.Id, cancel);
        if (draft is null) store.Add(draft = new ResourceDraft { ResourceId = row.Id, Content = "", AuthorName = "" });
        draft.Content = JsonSerializer.Serialize(content, JsonText.Readable);
        draft.AuthorId = actor.PersonId;
        draft.AuthorName = actor.Name;
        draft.ChangedAt = clock.GetUtcNow();
        row.State = ResourceState.Changing;
        return content;
    }
}
