using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Orders;

/// <summary>下达督办单.</summary>
internal sealed class IssueOrder(Store store, AuditLog audit, IdSource ids, TimeProvider clock, Deadlines deadlines, IOrganizationDirectory organizations, NoticeBook notices)
{
    private const int MostAsked = 1000, Tries = 5;

    /// <summary>Issues one; <paramref name="to"/> is the name of a party of the case.</summary>
    public async Task<Result<long>> Run(long caseId, string to, string asks, string dueOn, Actor actor, CancellationToken cancel)
    {
        var row = await CaseAccess.Visible(store.Set<Case>().AsNoTracking(), actor, await organizations.Tree(cancel)).SingleOrDefaultAsync(c => c.Id == caseId, cancel);
        if (row is null) return CaseFaults.NotFound;
        if (OrderAccess.MayAsk(row, actor) is not { Count: > 0 } parties) return actor.Is(Roles.City) ? OrderAccess.NotNow : OrderAccess.NotYours;
        var faults = Texts.Check(("asks", "督办事项和要求", asks, MostAsked, true));
        if (!Enum.TryParse<Party>(to, out var party) || !parties.Contains(party)) faults.Add(new("workflow.order.to.required", "请选择督办谁。", "to"));
        var (day, wrong) = OrderDay.Read(dueOn, clock.Today(), await deadlines.Calendar(cancel));
        if (wrong is not null) faults.Add(wrong);
        if (faults.Count > 0) return faults;
        var unit = party switch { Party.Requester => row.UnitId, Party.Provider => row.ProviderId, _ => 0 };
        // Somebody may take the number in this moment: then the next one is taken.
        for (var i = 0; i < Tries; i++)
            if (await Save(row, unit, asks.Trim(), day, actor, cancel) is { } id) return id;
        return OrderAccess.ChangedMeanwhile;
    }

    private async Task<long?> Save(Case row, long unit, string asks, DateOnly day, Actor actor, CancellationToken cancel)
    {
        var order = new Order
        {
            Id = ids.Next(), Number = await Number(cancel), CaseId = row.Id, UnitId = unit, Asks = asks, DueOn = day, IssuedBy = actor.Name,
            IssuerRole = actor.Is(Roles.Authority) ? Roles.Authority : Roles.DataCentre, IssuedAt = clock.GetUtcNow(),
        };
        order.Touch(ids, clock);
        store.Add(order);
        store.Add(new OrderStep { Id = ids.Next(), OrderId = order.Id, Act = OrderAct.Issue, Text = asks, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        audit.Add(actor, OrderAudit.Issued, OrderAudit.Of(order), after: new { order.UnitId, order.Asks, DueOn = Shown.Day(day) });
        await notices.Tell(actor, NoticeKind.Order, OrderAudit.Of(order), [unit], OrderAccess.Asked(order), "收到督办单 {0}，请在 {1} 前反馈：“{2}”。", $"/workflow/orders/{order.Id}", cancel, order.Number, Shown.Day(day), row.Name);
        return await store.TrySave(cancel) ? order.Id : null;
    }

    private async Task<string> Number(CancellationToken cancel)
    {
        // All of the year before 号: 〔2025〕2026号 is another year's.
        var begins = Numbered("")[..^1];
        return Numbered(await store.Set<Order>().CountAsync(o => o.Number.StartsWith(begins), cancel) + 1);

        string Numbered(object place) => string.Format(CultureInfo.InvariantCulture, "督〔{0}〕{1}号", clock.Today().Year, place);
    }
}
