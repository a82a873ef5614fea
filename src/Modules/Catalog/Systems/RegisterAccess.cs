using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Systems;

/// <summary>
/// 职责目录 and 系统目录 are kept by their unit's liaison and seen by that unit, the city's roles and the auditor.
/// What merged units had is the surviving unit's.
/// </summary>
internal sealed class RegisterAccess(Store store, ResourceAccess access)
{
    /// <summary>Those who keep a unit's registers.</summary>
    public static string[] Keepers { get; } = [Roles.Liaison, Roles.UnitHead];

    /// <summary>What a person may see.</summary>
    public async ValueTask<IQueryable<T>> Seen<T>(Actor actor, CancellationToken cancel) where T : class, IUnitRow =>
        actor.Is(Roles.SeeAll) ? store.Set<T>() : await Own<T>(actor, cancel);

    /// <summary>What a person's unit has.</summary>
    public async ValueTask<IQueryable<T>> Own<T>(Actor actor, CancellationToken cancel) where T : class, IUnitRow
    {
        var own = await access.Family(actor, cancel);
        return store.Set<T>().Where(r => own.Contains(r.UnitId));
    }

    /// <summary>True when the person keeps the registers of the unit with this id.</summary>
    public async ValueTask<bool> Keeps(long unit, Actor actor, CancellationToken cancel) => actor.Is(Keepers) && (await access.Family(actor, cancel)).Contains(unit);
}
