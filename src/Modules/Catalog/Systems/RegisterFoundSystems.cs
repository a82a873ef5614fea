using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Quality;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Systems;

/// <summary>登记这些系统: every name that the unit's resources give under 来源系统 and nobody registered becomes a system to be confirmed (待确认), in one step.</summary>
internal sealed class RegisterFoundSystems(Store store, RegisterAccess access, ResourceAccess resources, CheckOrders checks, SystemTexts texts, IOrganizationDirectory organizations, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private static readonly Fault Nothing = new("catalog.system.none-found", "本单位的目录没有写到未登记的系统。", null, FaultKind.Conflict);

    /// <summary>Registers them; the answer says how many.</summary>
    public async Task<Result<int>> Run(Actor actor, CancellationToken cancel)
    {
        if (actor.UnitId == 0) return RegisterFaults.NoUnit;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await SaveSystem.LockNames(store, cancel);
        var known = new SystemIndex(await (await access.Own<InformationSystem>(actor, cancel)).AsNoTracking().ToListAsync(cancel), await organizations.Tree(cancel));
        var found = (await texts.Read(await resources.Family(actor, cancel), cancel)).SelectMany(t => known.Of(t.Provider, t.Text).Unknown)
            .Where(n => n.Length <= SystemRules.MostName).GroupBy(NameKey.Of).Select(g => g.Order(StringComparer.Ordinal).First()).ToList();
        if (found.Count == 0) return Nothing;
        foreach (var name in found)
        {
            var row = new InformationSystem { Id = ids.Next(), UnitId = actor.UnitId, Name = name, NameKey = NameKey.Of(name), State = SystemState.Running, Proposed = true, CreatedAt = clock.GetUtcNow() };
            row.Touch(ids, clock);
            store.Add(row);
            audit.Add(actor, CatalogAudit.SystemFound, CatalogAudit.Of(row), after: SystemDraft.Of(row));
        }
        checks.Naming(actor.UnitId, found.Select(NameKey.Of), actor);
        if (!await store.TrySave(cancel)) return RegisterFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return found.Count;
    }
}
