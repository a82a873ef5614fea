using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts;

/// <summary>Who sees and who changes mounts: the provider's people their own; the city's roles and the auditor see all.</summary>
internal sealed class MountAccess(Store store, IOrganizationDirectory organizations)
{
    /// <summary>Who acts for a provider.</summary>
    public static string[] Keepers { get; } = [Roles.Liaison, Roles.UnitHead];

    /// <summary>All ids that mean the person's unit.</summary>
    public async Task<long[]> Family(Actor actor, CancellationToken cancel) => (await organizations.Tree(cancel)).Family(actor.UnitId);

    /// <summary>Those a person may see.</summary>
    public async Task<IQueryable<Mount>> Seen(Actor actor, CancellationToken cancel)
    {
        if (actor.Is(Roles.SeeAll)) return store.Set<Mount>();
        var own = await Family(actor, cancel);
        return store.Set<Mount>().Where(m => own.Contains(m.ProviderId));
    }

    /// <summary>A mount to be changed by this person, as it was read with <paramref name="edit"/>.</summary>
    public async Task<Result<Mount>> Find(long id, int edit, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Keepers)) return MountFaults.NotYours;
        var own = await Family(actor, cancel);
        if (await store.Set<Mount>().SingleOrDefaultAsync(m => m.Id == id && own.Contains(m.ProviderId), cancel) is not { } mount) return MountFaults.NotFound;
        return mount.Edit == edit ? mount : MountFaults.ChangedMeanwhile;
    }
}
