using System.Security.Cryptography;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Applications;

/// <summary>接入申请: a unit names a system of its own that is to call.</summary>
internal sealed class AskForAccess(Store store, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const int IdBytes = 9;

    /// <summary>Asks; the id of the application.</summary>
    public async Task<Result<long>> Run(ApplicationInput input, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(ApplicationAccess.Asks) || actor.UnitId == 0) return ApplicationAccess.NotYours;
        if (input.Check() is { Count: > 0 } faults) return faults;
        var (name, purpose, allowlist) = input.Trimmed();
        var row = new Application
        {
            Id = ids.Next(), UnitId = actor.UnitId, Name = name, Purpose = purpose, Allowlist = allowlist, AskedBy = actor.Name, AskedAt = clock.GetUtcNow(),
            ClientId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
        };
        row.Touch(ids, clock);
        store.Add(row);
        audit.Add(actor, ApplicationAudit.Asked, ApplicationAudit.Of(row), after: input.Trimmed());
        await store.SaveChangesAsync(cancel);
        return row.Id;
    }
}
