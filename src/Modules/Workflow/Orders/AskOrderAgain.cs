using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Orders;

/// <summary>再次督办: the answer does not do; the same order goes out again with a new day.</summary>
internal sealed class AskOrderAgain(MoveOrder move, NoticeBook notices, Deadlines deadlines, TimeProvider clock)
{
    private const int MostCharacters = 1000;

    /// <summary>Asks again.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string asks, string dueOn, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (!OrderAccess.Decides(at.Order, actor)) return OrderAccess.NotYours;
        if (at.Order.State != OrderState.Answered) return OrderAccess.NotNow;
        var faults = Texts.Check(("asks", "督办事项和要求", asks, MostCharacters, true));
        var (day, wrong) = OrderDay.Read(dueOn, clock.Today(), await deadlines.Calendar(cancel));
        if (wrong is not null) faults.Add(wrong);
        if (faults.Count > 0) return faults;
        (at.Order.Asks, at.Order.DueOn) = (asks.Trim(), day);
        await notices.Tell(actor, NoticeKind.Order, OrderAudit.Of(at.Order), [at.Order.UnitId], OrderAccess.Asked(at.Order), "{0} 再次督办，请在 {1} 前反馈。", $"/workflow/orders/{id}", cancel, at.Order.Number, Shown.Day(day));
        return await move.Save(at.Order, OrderState.Issued, OrderAct.AskAgain, OrderAudit.AskedAgain, asks.Trim(), actor, cancel);
    }
}
