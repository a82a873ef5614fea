using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Projection.Masking;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Mounts;

/// <summary>登记 and 修改 of a mount by the provider's people; what is in service is stopped first. Whatever changes has to be tried again.</summary>
internal sealed class SaveMount(Store store, PublishedCatalog catalog, ItemFields fields, MountAccess access, MountSecrets secrets, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Saves and gives the id; <paramref name="id"/> is 0 for a new one, <paramref name="resource"/> counts for that alone.</summary>
    public async Task<Result<long>> Run(long id, int edit, long resource, MountDraft draft, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(MountAccess.Keepers)) return MountFaults.NotYours;
        var found = id == 0 ? null : (Result<Mount>?)await access.Find(id, edit, actor, cancel);
        if (found is { Ok: false } refused) return refused.As<long>();
        var mount = found?.Value;
        if (mount is { State: MountState.Mounted }) return MountFaults.InService;
        var own = await access.Family(actor, cancel);
        if (await catalog.Of([mount?.ResourceId ?? resource], cancel) is not [var published] || !own.Contains(published.ProviderId)) return MountFaults.NoResource;
        var faults = CheckMount.Faults(draft, mount, await fields.Of(published.Id, cancel));
        if (faults.Count > 0) return faults;
        var before = mount is null ? null : await Content(mount, cancel);
        if (mount is null) store.Add(mount = new Mount { Id = ids.Next(), ResourceId = published.Id, Resource = published.Name, CreatedAt = clock.GetUtcNow() });
        (mount.Resource, mount.ProviderId) = (published.Name, published.ProviderId);
        Fill(mount, draft);
        await Replace(mount.Id, draft, cancel);
        mount.Touch(ids, clock);
        audit.Add(actor, before is null ? MountAudit.Entered : MountAudit.Changed, MountAudit.Of(mount), before, Seen(draft));
        return await store.TrySave(cancel) ? mount.Id : MountFaults.ChangedMeanwhile;
    }

    private void Fill(Mount mount, MountDraft draft)
    {
        (mount.Name, mount.Method, mount.Address, mount.Path, mount.RowsPath) = (draft.Name.Trim(), Enum.Parse<MountMethod>(draft.Method), draft.Address.TrimEnd('/'), draft.Path, draft.Rows);
        mount.Credential = Enum.Parse<CredentialKind>(draft.Credential);
        mount.CredentialName = mount.Credential is CredentialKind.Header or CredentialKind.Basic or CredentialKind.Query ? draft.CredentialName : "";
        if (mount.Credential == CredentialKind.None) mount.Secret = "";
        else if (draft.Secret.Length > 0) mount.Secret = secrets.Close(mount.Id, draft.Secret);
        (mount.DateHeader, mount.DatePath, mount.TriedAt) = (draft.DateHeader, draft.DatePath, null);
    }

    private async Task Replace(long id, MountDraft draft, CancellationToken cancel)
    {
        store.RemoveRange(await store.Set<MountItem>().Where(i => i.MountId == id).ToListAsync(cancel));
        store.RemoveRange(await store.Set<MountParameter>().Where(p => p.MountId == id).ToListAsync(cancel));
        foreach (var item in draft.Items.Where(i => i.Path.Length > 0))
        {
            var mask = Enum.Parse<MaskKind>(item.Mask);
            store.Add(new MountItem { Id = ids.Next(), MountId = id, ItemId = item.ItemId, Path = item.Path, Mask = mask, Pattern = mask == MaskKind.Pattern ? item.Pattern : "", Replacement = mask == MaskKind.Pattern ? item.Replacement : "" });
        }
        foreach (var (p, place) in draft.Parameters.Select((p, i) => (p, i)))
            store.Add(new MountParameter { Id = ids.Next(), MountId = id, Place = place, Name = p.Name, Value = p.Value, Passed = p.Passed, ItemId = p.ItemId, Required = p.Passed && p.Required, Allowed = p.Passed ? string.Join('\n', p.Allowed ?? []) : "" });
    }

    private async Task<object> Content(Mount mount, CancellationToken cancel) => Seen(MountDraft.Of(
        mount, await store.Set<MountItem>().AsNoTracking().Where(i => i.MountId == mount.Id).OrderBy(i => i.Id).ToListAsync(cancel), await store.Set<MountParameter>().AsNoTracking().Where(p => p.MountId == mount.Id).ToListAsync(cancel)));

    // Values of fixed parameters may be keys where somebody did not use the field for them: like the secret, they are not written down a second time.
    private static object Seen(MountDraft d) => new
    {
        d.Name, d.Method, d.Address, d.Path, RowsPath = d.Rows, d.Credential, d.CredentialName, SecretChanged = d.Secret.Length > 0, d.DateHeader, d.DatePath,
        Items = d.Items.Where(i => i.Path.Length > 0), Parameters = d.Parameters.Select(p => new { p.Name, p.Passed, p.ItemId, p.Required, p.Allowed }),
    };
}
