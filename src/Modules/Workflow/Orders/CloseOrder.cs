using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Orders;

/// <summary>销号: the matter is in order; without an answer the reason is owed.</summary>
internal sealed class CloseOrder(MoveOrder move, NoticeBook notices)
{
    private const int MostCharacters = 500;

    /// <summary>Closes one.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string opinion, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (!OrderAccess.Decides(at.Order, actor)) return OrderAccess.NotYours;
        var faults = Texts.Check(("opinion", "销号意见", opinion, MostCharacters, at.Order.State != OrderState.Answered));
        if (faults.Count > 0) return faults;
        await notices.Tell(actor, NoticeKind.Progress, OrderAudit.Of(at.Order), [at.Order.UnitId], OrderAccess.Asked(at.Order), "{0} 已销号。", $"/workflow/orders/{id}", cancel, at.Order.Number);
        return await move.Save(at.Order, OrderState.Closed, OrderAct.Close, OrderAudit.Closed, opinion.Trim(), actor, cancel);
    }
}
