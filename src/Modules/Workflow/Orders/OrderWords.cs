using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Orders;

/// <summary>How orders are shown.</summary>
internal static class OrderWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this OrderState state) => state switch
    {
        OrderState.Issued => "待反馈",
        OrderState.Answered => "已反馈",
        _ => "已销号",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this OrderState state) => state switch
    {
        OrderState.Issued => Platform.Web.Tone.Warn,
        OrderState.Answered => Platform.Web.Tone.Info,
        _ => Platform.Web.Tone.Ok,
    };

    /// <summary>The act as shown.</summary>
    public static string Text(this OrderAct act) => act switch
    {
        OrderAct.Issue => "下达督办单",
        OrderAct.Answer => "反馈督办",
        OrderAct.AskAgain => "再次督办",
        _ => "督办销号",
    };
}
