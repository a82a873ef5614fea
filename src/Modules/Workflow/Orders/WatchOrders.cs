using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Orders;

/// <summary>Tells of orders without an answer whose last day is over, each once: the unit, and those who issued it.</summary>
internal sealed class WatchOrders(Store store, NoticeBook notices, TimeProvider clock) : IRegularWork
{
    private const int Slice = 200;

    public async Task Run(CancellationToken cancel)
    {
        while (await One(cancel) == Slice) { }
    }

    private async Task<int> One(CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        var today = clock.Today();
        var late = await store.Set<Order>().Where(o => o.ClosedAt == null && o.State == OrderState.Issued && o.DueOn < today && (o.WarnedOn == null || o.WarnedOn != o.DueOn)).OrderBy(o => o.DueOn).ThenBy(o => o.Id).Take(Slice).ToListAsync(cancel);
        foreach (var order in late)
        {
            order.WarnedOn = order.DueOn;
            await notices.Tell(Actor.System, NoticeKind.Overdue, OrderAudit.Of(order), [order.UnitId], [.. OrderAccess.Asked(order), order.IssuerRole], "{0} 没有按期反馈，期限是 {1}。", $"/workflow/orders/{order.Id}", cancel, order.Number, Shown.Day(order.DueOn));
        }
        // What somebody has just answered is looked at again in an hour.
        return await store.TrySave(cancel) ? late.Count : 0;
    }
}
