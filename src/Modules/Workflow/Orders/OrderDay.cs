using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.Deadlines;

namespace Qingdan.Workflow.Orders;

/// <summary>The last day of an order as typed: a working day after today.</summary>
internal static class OrderDay
{
    /// <summary>The day, or what is wrong with it.</summary>
    public static (DateOnly Day, Fault? Fault) Read(string text, DateOnly today, WorkingCalendar calendar)
    {
        if (TypedDay.Read(text) is not { } day) return (default, new("workflow.order.due.required", "请填写反馈期限。", "dueOn"));
        if (day <= today) return (day, new("workflow.order.due.past", "反馈期限要在今天之后。", "dueOn"));
        if (TypedDay.Refusal(day, "dueOn", "反馈期限") is { } far) return (day, far);
        return (day, calendar.On(day).Works ? null : new Fault("workflow.order.due.off", "反馈期限要是工作日。", "dueOn"));
    }
}
