using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Orders;

/// <summary>The one way in which an order moves: with its step and its event in one unit of work.</summary>
internal sealed class MoveOrder(Store store, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations)
{
    /// <summary>An order that the person sees, in the state as he saw it.</summary>
    public async Task<Result<(Order Order, UnitTree Units)>> Find(long id, int edit, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await OrderAccess.Visible(store.Set<Order>(), actor, units).SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } order) return OrderAccess.NotFound;
        if (order.State == OrderState.Closed) return OrderAccess.NotNow;
        return order.Edit == edit ? (order, units) : OrderAccess.ChangedMeanwhile;
    }

    /// <summary>Saves what was done.</summary>
    public async Task<Result<Done>> Save(Order order, OrderState to, OrderAct act, AuditAction action, string text, Actor actor, CancellationToken cancel)
    {
        var before = order.State;
        order.State = to;
        if (to == OrderState.Closed) order.ClosedAt = clock.GetUtcNow();
        order.Touch(ids, clock);
        store.Add(new OrderStep { Id = ids.Next(), OrderId = order.Id, Act = act, Text = text, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        audit.Add(actor, action, OrderAudit.Of(order), before: new { State = before }, after: new { order.State, DueOn = Shown.Day(order.DueOn) }, why: text);
        return await store.TrySave(cancel) ? new Done() : OrderAccess.ChangedMeanwhile;
    }
}
