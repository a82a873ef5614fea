using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Orders;

/// <summary>反馈: the unit says what it has done.</summary>
internal sealed class AnswerOrder(MoveOrder move, NoticeBook notices)
{
    private const int MostCharacters = 2000;

    /// <summary>Answers one.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string text, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (!OrderAccess.Answers(at.Order, actor, at.Units)) return OrderAccess.NotYours;
        if (at.Order.State != OrderState.Issued) return OrderAccess.NotNow;
        var faults = Texts.Check(("text", "反馈", text, MostCharacters, true));
        if (faults.Count > 0) return faults;
        await notices.Tell(actor, NoticeKind.Turn, OrderAudit.Of(at.Order), [], [at.Order.IssuerRole], "{0} 已反馈，请看是否销号。", $"/workflow/orders/{id}", cancel, at.Order.Number);
        return await move.Save(at.Order, OrderState.Answered, OrderAct.Answer, OrderAudit.Answered, text.Trim(), actor, cancel);
    }
}
