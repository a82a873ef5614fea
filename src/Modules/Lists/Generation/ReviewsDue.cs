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
        var due = await store.Query("SELECT id, provider_id, resource_id FROM lists_negatives WHERE state = 'InForce' AND review_on <= @today", r => (Id: r.GetInt64(0), Provider: r.GetInt64(1), Resource: r.GetInt64(2)), cancel, ("today", Shown.Day(clock.Today())));
        if (due.Count == 0) return;
        var found = await findings.Entries(ListFindings.ReviewDue, cancel);
        var unnamed = due.FindAll(n => !found.Contains(n.Id));
        if (unnamed.Count == 0) return;
        await orders.About(unnamed.ConvertAll(n => (n.Provider, n.Resource)), Actor.System, cancel);
        await store.SaveChangesAsync(cancel);
    }
}
