using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Orders;

/// <summary>Orders that wait for this person's answer, and answers that wait for the one who issued the order.</summary>
internal sealed class OrderTodos(Store store, IOrganizationDirectory organizations) : ITodoSource
{
    public string Kind => "督办";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        var (unit, centre, authority) = (actor.Is(Roles.Liaison, Roles.UnitHead), actor.Is(Roles.DataCentre), actor.Is(Roles.Authority));
        if (!unit && !centre && !authority) return [];
        var (own, roles) = ((await organizations.Tree(cancel)).Family(actor.UnitId), actor.Roles.ToList());
        var rows = await store.Set<Order>().AsNoTracking().Where(o => o.ClosedAt == null)
            .Where(o => (o.State == OrderState.Issued && ((unit && o.UnitId != 0 && own.Contains(o.UnitId)) || (centre && o.UnitId == 0))) || (o.State == OrderState.Answered && (authority || roles.Contains(o.IssuerRole))))
            .OrderBy(o => o.DueOn).ThenBy(o => o.Id).Take(most).ToListAsync(cancel);
        return rows.ConvertAll(o => o.State == OrderState.Issued
            ? new Todo("督办单：{0}", o.Number, o.State.Text(), "按督办单的要求办理，在 {1} 前反馈", "去反馈", $"/workflow/orders/{o.Id}", 0, o.ChangedAt, o.Number, Platform.Web.Shown.Day(o.DueOn))
            : new Todo("督办单：{0}", o.Number, o.State.Text(), "看反馈：销号，或者再次督办", "去处理", $"/workflow/orders/{o.Id}", o.UnitId, o.ChangedAt, o.Number));
    }
}
