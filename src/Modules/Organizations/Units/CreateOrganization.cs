using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Directory;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.Units;

/// <summary>Adds a unit with its names; returns its id.</summary>
internal sealed class CreateOrganization(Store store, DraftCheck check, DirectoryCache cache, AuditLog audit, IdSource ids, TimeProvider clock)
{
    public async Task<Result<long>> Run(OrganizationDraft draft, Actor actor, CancellationToken cancel)
    {
        var understood = await check.Run(draft, null, cancel);
        if (!understood.TryGet(out var facts)) return understood.As<long>();
        var now = clock.GetUtcNow();
        var unit = new Organization { Id = ids.Next(), Name = facts.Name, State = OrganizationState.Active, CreatedAt = now, UpdatedAt = now };
        unit.Take(facts);
        store.Add(unit);
        store.AddRange(facts.Names(unit.Id, ids));
        audit.Add(actor, OrganizationsAudit.Created, new Subject(OrganizationsAudit.Unit, unit.Id, unit.Name), after: facts);
        // Somebody took a name or code in this moment: looked at again, it is said so.
        if (!await store.TrySave(cancel))
        {
            cache.Changed();
            return (await check.Run(draft, null, cancel)).As<long>();
        }
        cache.Changed();
        return unit.Id;
    }
}
