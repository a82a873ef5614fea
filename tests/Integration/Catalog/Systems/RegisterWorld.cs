using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Coverage;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Systems;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Tests.Integration.Catalog.Systems;

/// <summary>The registers' use-cases on the catalogue's world.</summary>
internal static class RegisterWorld
{
    public static Task<Result<long>> System(this CatalogWorld world, SystemDraft draft, long id = 0, int edit = 0, Actor? by = null) =>
        world.Services.With<SaveSystem, Result<long>>(save => save.Run(id, edit, draft, by ?? world.Liaison, default));

    public static Task<Result<long>> Duty(this CatalogWorld world, DutyDraft draft, long id = 0, int edit = 0, Actor? by = null) =>
        world.Services.With<SaveDuty, Result<long>>(save => save.Run(id, edit, draft, by ?? world.Liaison, default));

    public static Task<Result<SystemView>> ShowSystem(this CatalogWorld world, long id, Actor? by = null) =>
        world.Services.With<ReadSystem, Result<SystemView>>(read => read.Run(id, by ?? world.Liaison, default));

    public static Task<UnitLayers> Layers(this CatalogWorld world, Actor? by = null) =>
        world.Services.With<ReadCoverage, UnitLayers>(async read => UnitLayers.Sum([.. (await read.Run(by ?? world.Liaison, default)).Units]));

    public static Task<List<string>> Audited(this CatalogWorld world, long subject) => world.Services.With<Store, List<string>>(store =>
        store.Set<AuditEvent>().Where(e => e.SubjectId == subject).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());

    public static IEnumerable<string> Codes<T>(this Result<T> result) => result.Faults.Select(f => f.Code);
}
