using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Generation;

/// <summary>定期复核: orders the lists of providers with an entry whose day has come and that no finding names yet.</summary>
internal sealed class ReviewsDue(Store store, GenerationOrders orders, TimeProvider clock) : IRegularWork
{
    public async Task Run(CancellationToken cancel)
    {
        var providers = await store.Query(
            """
            SELECT DISTINCT n.provider_id FROM lists_negatives n WHERE n.state = 'InForce' AND n.review_on <= @today
            AND NOT EXISTS (SELECT 1 FROM lists_findings f WHERE f.provider_id = n.provider_id AND f.code = @code AND f.entry_kind = 'negative' AND f.entry_id = n.id)
            """, r => r.GetInt64(0), cancel, ("today", Shown.Day(clock.Today())), ("code", Findings.FindingKind.ReviewDue.Code));
        if (providers.Count == 0) return;
        await orders.PublishedMany(providers, Actor.System, cancel);
        await store.SaveChangesAsync(cancel);
    }
}
