using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources;

/// <summary>
/// Who sees and who writes what: drafts and what is in review are seen by their unit, the city's roles and the auditor; what an import holds back, to nobody.
/// A merge moves no row: what the merged units had is the surviving unit's.
/// </summary>
internal sealed class ResourceAccess(Store store, IOrganizationDirectory organizations)
{
    /// <summary>The ids that mean a person's unit; none for a person without one.</summary>
    public async ValueTask<long[]> Family(Actor actor, CancellationToken cancel) => actor.UnitId == 0 ? [] : (await organizations.Tree(cancel)).Family(actor.UnitId);

    /// <summary>What a person may see.</summary>
    public async ValueTask<IQueryable<Resource>> Seen(Actor actor, CancellationToken cancel)
    {
        var (all, own) = (actor.Is(Roles.SeeAll), await Family(actor, cancel));
        return Existing.Where(r => all || own.Contains(r.ProviderId) || (r.State != ResourceState.Draft && r.State != ResourceState.InReview));
    }

    /// <summary>What a person's unit has: for writing and handing in.</summary>
    public async ValueTask<IQueryable<Resource>> Own(Actor actor, CancellationToken cancel)
    {
        var own = await Family(actor, cancel);
        return Existing.Where(r => own.Contains(r.ProviderId));
    }

    private IQueryable<Resource> Existing => store.Set<Resource>().Where(r => r.State != ResourceState.Staged && r.State != ResourceState.Removed);
}
