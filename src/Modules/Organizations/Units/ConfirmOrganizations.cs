using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Directory;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.Units;

/// <summary>Confirms proposed units as they are, their inferred kind included; returns how many.</summary>
internal sealed class ConfirmOrganizations(Store store, DirectoryCache cache, AuditLog audit, TimeProvider clock, IEnumerable<IUnitListener> listeners)
{
    public async Task<Result<int>> Run(IReadOnlyCollection<long> chosen, Actor actor, CancellationToken cancel)
    {
        var units = await store.Set<Organization>().Where(o => chosen.Contains(o.Id) && o.State == OrganizationState.Proposed).ToListAsync(cancel);
        if (units.Count == 0) return new Fault("organizations.confirm.none", "没有可以确认的单位。请勾选状态为“待确认”的单位。", null, FaultKind.Conflict);
        foreach (var unit in units)
        {
            (unit.State, unit.KindInferred, unit.Version, unit.UpdatedAt) = (OrganizationState.Active, false, unit.Version + 1, clock.GetUtcNow());
            audit.Add(actor, OrganizationsAudit.Confirmed, new Subject(OrganizationsAudit.Unit, unit.Id, unit.Name), after: new { unit.Kind });
        }
        foreach (var listener in listeners) await listener.Changed([.. units.Select(u => u.Id)], actor, cancel);
        if (!await store.TrySave(cancel)) return OrganizationFaults.Changed;
        cache.Changed();
        return units.Count;
    }
}
