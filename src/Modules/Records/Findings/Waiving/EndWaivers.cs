using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;

namespace Qingdan.Records.Findings.Waiving;

/// <summary>Ends the waivers whose last day is over: their findings count again.</summary>
internal sealed class EndWaivers(Store store, Waivers waivers, AuditLog audit, TimeProvider clock) : IRegularWork
{
    public async Task Run(CancellationToken cancel)
    {
        var today = clock.Today();
        foreach (var id in await store.Set<Waiver>().Where(w => w.State == WaiverState.Granted && w.UntilOn < today).Select(w => w.Id).ToListAsync(cancel))
        {
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            var waiver = await store.Set<Waiver>().SingleAsync(w => w.Id == id, cancel);
            if (waiver.State != WaiverState.Granted) continue;
            (waiver.State, waiver.Edit) = (WaiverState.Ended, waiver.Edit + 1);
            audit.Add(Actor.System, FindingAudit.WaiverEnded, waiver.AsSubject(), after: new { waiver.State, waiver.UntilOn });
            // Whoever ends it by hand at the same moment has ended it.
            if (!await store.TrySave(cancel)) continue;
            await waivers.Mark(waiver, false, cancel);
            await transaction.CommitAsync(cancel);
        }
    }
}
