using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Workflow.Letters;
using Qingdan.Workflow.Orders.Viewing;

namespace Qingdan.Workflow.Orders;

/// <summary>Keeps the final file of a 督办单, by those who issued it; its number is the order's.</summary>
internal sealed class KeepOrderLetter(Store store, FindOrders find, LetterBook book, TimeProvider clock)
{
    /// <summary>Keeps one; <paramref name="content"/> can be read twice.</summary>
    public async Task<Result<Done>> Run(long id, string fileName, Stream content, Actor actor, CancellationToken cancel)
    {
        var found = await find.One(id, actor, cancel);
        if (!found.TryGet(out var view)) return found.As<Done>();
        var order = await store.Set<Order>().AsNoTracking().SingleAsync(o => o.Id == id, cancel);
        if (!OrderAccess.Decides(order, actor)) return OrderAccess.NotYours;
        return await book.Keep(OrderLetter.Write(view, clock.Today()), new(LetterKind.Order, order.CaseId, id, OrderAudit.Of(order)), order.Number, fileName, content, actor, cancel);
    }
}
