using Qingdan.Platform.Documents;
using Qingdan.Workflow.Orders.Viewing;

namespace Qingdan.Workflow.Orders;

/// <summary>督办单 as a letter, from what is on record.</summary>
internal static class OrderLetter
{
    /// <summary>The letter of an order.</summary>
    public static Letter Write(OrderView view, DateOnly today) => new("督办单", view.Row.Number, view.To,
    [
        new("关于“", new LetterText(view.Row.Case, "需求名称"), "”的共享需求，现督办如下："),
        .. view.Asks.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, i) => new LetterLine($"{i + 1}. ", new LetterText(line, $"督办事项{i + 1}"))),
        new("请于", new LetterText(Letter.Written(view.Row.DueOn), "反馈期限"), "前反馈办理情况。"),
    ], view.From, today);
}
