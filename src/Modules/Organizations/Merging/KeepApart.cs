using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.Merging;

/// <summary>Remembers that two units are not one, so that they are not proposed again.</summary>
internal sealed class KeepApart(Store store, IOrganizationDirectory directory, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Done>> Run(long oneId, long otherId, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        if (tree.Find(oneId) is not { } one || tree.Find(otherId) is not { } other || one.Id == other.Id) return OrganizationFaults.NotFound;
        var (low, high) = (Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id));
        if (await store.Set<KeptApart>().AnyAsync(k => k.LowId == low && k.HighId == high, cancel)) return new Done();
        store.Add(new KeptApart { LowId = low, HighId = high, At = clock.GetUtcNow(), PersonId = actor.PersonId, PersonName = actor.Name });
        audit.Add(actor, OrganizationsAudit.KeptApart, new Subject(OrganizationsAudit.Unit, one.Id, one.Name), after: new { Other = other.Name });
        // When somebody else has just said the same, it is said.
        await store.TrySave(cancel);
        return new Done();
    }
}
