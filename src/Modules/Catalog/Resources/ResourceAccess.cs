using System.Linq.Expressions;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources;

/// <summary>Who sees what: drafts and what is in review belong to their unit and to the city's roles; what an import holds back, to nobody.</summary>
internal static class ResourceAccess
{
    /// <summary>The condition of every query that shows resources to a person.</summary>
    public static Expression<Func<Resource, bool>> SeenBy(Actor actor)
    {
        var (city, unit) = (actor.Is(Roles.City), actor.UnitId);
        return r => r.State != ResourceState.Staged && r.State != ResourceState.Removed
            && (city || r.ProviderId == unit || (r.State != ResourceState.Draft && r.State != ResourceState.InReview));
    }
}
