using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Mounts.Upstream;
using Qingdan.Exchange.Projection.Masking;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Mounts.Viewing;

/// <summary>Reads one mount, and the forms.</summary>
internal sealed class ShowMount(Store store, MountAccess access, FindMounts find, ItemFields fields, PublishedCatalog catalog, IOrganizationDirectory organizations)
{
    /// <summary>One mount.</summary>
    public async Task<Result<MountView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (await (await access.Seen(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } m) return MountFaults.NotFound;
        var draft = await Draft(m, cancel);
        var known = await fields.Of(m.ResourceId, cancel);
        var names = known.ToDictionary(f => f.Id, f => f.Name);
        var units = await organizations.Tree(cancel);
        return new MountView(
            find.Row(m, units), draft, m.Credential.Text(), [.. draft.Items.Where(i => names.ContainsKey(i.ItemId)).Select(i => new MountedItem(i.ItemId, names[i.ItemId], i.Path, Masks.NameOf(Enum.Parse<MaskKind>(i.Mask))))],
            [.. known.Where(f => draft.Items.All(i => i.ItemId != f.Id)).Select(f => f.Name)], [.. draft.Parameters.Select(p => new ShownParameter(p.Name, p.Passed, names.GetValueOrDefault(p.ItemId, ""), p.Required, p.Allowed ?? []))],
            actor.Is(MountAccess.Keepers) && units.Family(actor.UnitId).Contains(m.ProviderId), m.State == MountState.Mounted, m.TriedAt, m.ProbedAt, m.State == MountState.Mounted ? m.FailingSince : null, m.Failure, m.StoppedWhy);
    }

    /// <summary>The form of a mount to be changed, or of a new one of a resource; with what was typed, if anything was.</summary>
    public async Task<Result<MountFormView>> Form(long id, long resource, MountDraft? typed, Actor actor, CancellationToken cancel)
    {
        var own = await access.Family(actor, cancel);
        var mount = id == 0 ? null : await store.Set<Mount>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && own.Contains(m.ProviderId), cancel);
        if (id != 0 && mount is null) return MountFaults.NotFound;
        if (mount is { State: MountState.Mounted }) return MountFaults.InService;
        if (await catalog.Of([mount?.ResourceId ?? resource], cancel) is not [var published] || !own.Contains(published.ProviderId)) return MountFaults.NoResource;
        var items = (await fields.Of(published.Id, cancel)).Select(f => new FormItem(f.Id, f.Name, f.FieldName)).ToList();
        return new MountFormView(id, mount?.Edit ?? 0, published.Id, published.Name, typed ?? (mount is null ? new MountDraft() : await Draft(mount, cancel)), mount is { Secret.Length: > 0 }, items);
    }

    /// <summary>The hosts that are allowed, by name.</summary>
    public async Task<IReadOnlyList<HostRow>> Hosts(CancellationToken cancel) =>
        await store.Set<AllowedHost>().AsNoTracking().OrderBy(h => h.Host).Select(h => new HostRow(h.Id, h.Host, h.Why, h.Person, h.At)).ToListAsync(cancel);

    private async Task<MountDraft> Draft(Mount m, CancellationToken cancel) => MountDraft.Of(
        m, await store.Set<MountItem>().AsNoTracking().Where(i => i.MountId == m.Id).OrderBy(i => i.Id).ToListAsync(cancel), await store.Set<MountParameter>().AsNoTracking().Where(p => p.MountId == m.Id).ToListAsync(cancel));
}
