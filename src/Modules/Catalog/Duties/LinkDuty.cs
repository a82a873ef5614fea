using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Systems;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Duties;

/// <summary>What is chosen on a duty's page.</summary>
/// <param name="Resources">Ids of resources of the unit.</param>
/// <param name="Systems">Ids of systems of the unit.</param>
internal sealed record DutyChoice(IReadOnlyCollection<long> Resources, IReadOnlyCollection<long> Systems);

/// <summary>Links the unit's own resources and systems to one of its duties, or takes links away. Two people who link at once both succeed: links are added, not replaced.</summary>
internal sealed class LinkDuty(Store store, RegisterAccess access, ResourceAccess resources, AuditLog audit)
{
    private static readonly Fault Nothing = new("catalog.duty.nothing-chosen", "请先勾选要关联的目录或系统。", null);
    private static readonly Fault Ended = new("catalog.duty.ended", "这项职责已终止，不能再关联目录或系统。", null, FaultKind.Conflict);

    /// <summary>Adds links; the answer says how many were new.</summary>
    public async Task<Result<int>> Add(long id, DutyChoice choice, Actor actor, CancellationToken cancel)
    {
        var duty = await (await access.Own<Duty>(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (duty is null) return RegisterFaults.NoDuty;
        if (duty.State == DutyState.Ended) return Ended;
        var (chosen, systems) = (choice.Resources.ToArray(), choice.Systems.ToArray());
        var found = await (await resources.Own(actor, cancel)).Where(r => chosen.Contains(r.Id)).Select(r => new { r.Id, r.Name }).ToListAsync(cancel);
        var known = await (await access.Own<InformationSystem>(actor, cancel)).Where(s => systems.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(cancel);
        if (found.Count + known.Count == 0) return Nothing;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        List<string> added = [];
        foreach (var (target, targetId, name) in found.Select(r => (DutyTarget.Resource, r.Id, r.Name)).Concat(known.Select(s => (DutyTarget.System, s.Id, s.Name))))
            if (await store.Execute("INSERT INTO catalog_duty_links (duty_id, target, target_id) VALUES (@duty, @target, @id) ON CONFLICT DO NOTHING",
                cancel, ("duty", id), ("target", target.ToString()), ("id", targetId)) == 1) added.Add(name);
        if (added.Count > 0) audit.Add(actor, CatalogAudit.DutyLinked, CatalogAudit.Of(duty), after: added);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return added.Count;
    }

    /// <summary>Takes links away; the answer says how many there were.</summary>
    public async Task<Result<int>> Remove(long id, DutyChoice choice, Actor actor, CancellationToken cancel)
    {
        var duty = await (await access.Own<Duty>(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (duty is null) return RegisterFaults.NoDuty;
        var (chosen, systems) = (choice.Resources.ToArray(), choice.Systems.ToArray());
        var links = await store.Set<DutyLink>()
            .Where(l => l.DutyId == id && ((l.Target == DutyTarget.Resource && chosen.Contains(l.TargetId)) || (l.Target == DutyTarget.System && systems.Contains(l.TargetId)))).ToListAsync(cancel);
        if (links.Count == 0) return Nothing;
        var names = await store.Set<Resource>().Where(r => chosen.Contains(r.Id)).Select(r => r.Name).Concat(store.Set<InformationSystem>().Where(s => systems.Contains(s.Id)).Select(s => s.Name)).ToListAsync(cancel);
        store.RemoveRange(links);
        audit.Add(actor, CatalogAudit.DutyUnlinked, CatalogAudit.Of(duty), before: names);
        return await store.TrySave(cancel) ? links.Count : Nothing;
    }
}
