using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Letters;

namespace Qingdan.Workflow.Orders.Viewing;

/// <summary>Orders for people: the list, one with its course, those of a case.</summary>
internal sealed class FindOrders(Store store, IOrganizationDirectory organizations, Deadlines deadlines, LetterBook letters, TimeProvider clock)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>The tab of what is late.</summary>
    public const string Late = "Late";

    private static readonly IReadOnlyList<TabName> Tabs = [new("", "全部"), new(Late, "超期"), .. Enum.GetValues<OrderState>().Select(s => new TabName($"{s}", s.Text()))];

    /// <summary>Some orders, the newest first, older than <paramref name="before"/>; 0 for the newest.</summary>
    public async Task<OrderListView> Page(string? tab, long before, int most, Actor actor, CancellationToken cancel)
    {
        var (units, today) = (await organizations.Tree(cancel), clock.Today());
        var rows = OrderAccess.Visible(store.Set<Order>().AsNoTracking(), actor, units);
        var known = Enum.TryParse<OrderState>(tab, out var state) && Enum.IsDefined(state);
        if (known) rows = rows.Where(o => o.State == state);
        else if (tab == Late) rows = rows.Where(o => o.ClosedAt == null && o.State == OrderState.Issued && o.DueOn < today);
        var found = await rows.Where(o => before == 0 || o.Id < before).OrderByDescending(o => o.Id).Take(most + 1).ToListAsync(cancel);
        return new OrderListView(known || tab == Late ? tab! : "", Tabs, await Rows([.. found.Take(most)], units, cancel), found.Count > most ? found[most - 1].Id : null);
    }

    /// <summary>One order.</summary>
    public async Task<Result<OrderView>> One(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await OrderAccess.Visible(store.Set<Order>().AsNoTracking(), actor, units).SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } order) return OrderAccess.NotFound;
        var steps = await store.Set<OrderStep>().AsNoTracking().Where(s => s.OrderId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        var (decides, answered) = (OrderAccess.Decides(order, actor), order.State == OrderState.Answered);
        return new OrderView(
            (await Rows([order], units, cancel))[0], Full(steps[0].UnitId), Full(order.UnitId), order.Asks, order.IssuedBy, Roles.Names[order.IssuerRole], steps.ConvertAll(s => new OrderStepView(s.Act.Text(), s.Text, units.ShortName(s.UnitId), s.Person, s.At)), order.Edit,
            order.State == OrderState.Issued && OrderAccess.Answers(order, actor, units), answered && decides, order.State != OrderState.Closed && decides, !answered, decides, await letters.Of(id, cancel));

        string Full(long unit) => units.Find(unit)?.Name ?? "";
    }

    /// <summary>The orders of a case that this person sees, and whom he may ask.</summary>
    public async Task<CaseOrdersView> Of(Case row, Actor actor, UnitTree units, CancellationToken cancel)
    {
        var orders = await OrderAccess.Visible(store.Set<Order>().AsNoTracking(), actor, units).Where(o => o.CaseId == row.Id).OrderBy(o => o.Id).ToListAsync(cancel);
        return new CaseOrdersView(orders.Count == 0 ? [] : await Rows(orders, units, cancel), [.. OrderAccess.MayAsk(row, actor).Select(p => new Option($"{p}", p.Text()))]);
    }

    private async Task<IReadOnlyList<OrderRow>> Rows(IReadOnlyList<Order> orders, UnitTree units, CancellationToken cancel)
    {
        var cases = orders.Select(o => o.CaseId).Distinct().ToList();
        var names = await store.Set<Case>().AsNoTracking().Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        var (calendar, today) = (await deadlines.Calendar(cancel), clock.Today());
        return [.. orders.Select(o => new OrderRow(
            o.Id, o.Number, o.CaseId, names[o.CaseId], o.UnitId == 0 ? Party.Centre.Text() : units.ShortName(o.UnitId), o.State.Text(), o.State.Tone(), o.DueOn,
            o.State == OrderState.Issued ? ClockCount.Left(today, o.DueOn, calendar) : null, o.ChangedAt))];
    }
}
