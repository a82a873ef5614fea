using Qingdan.Lists.Findings;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Lists.Generation;

/// <summary>定期复核: orders the lists of providers with an entry whose day has come and that no finding names yet.</summary>
internal sealed class ReviewsDue(Store store, GenerationOrders orders, FindingBook findings, TimeProvider clock) : IRegularWork
{
    public async Task Run(CancellationToken cancel)
    {
        var due = await store.Query("SELECT id, provider_id FROM lists_negatives WHERE state = 'InForce' AND review_on <= @today", r => (Id: r.GetInt64(0), Provider: r.GetInt64(1)), cancel, ("today", Shown.Day(clock.Today())));
        if (due.Count == 0) return;
        var found = await findings.Entries(ListFindings.ReviewDue, cancel);
        var providers = due.Where(n => !found.Contains(n.Id)).Select(n => n.Provider).Distinct().ToList();
        if (providers.Count == 0) return;
        await orders.PublishedMany(providers, Actor.System, cancel);
        await store.SaveChangesAsync(cancel);
    }
}
