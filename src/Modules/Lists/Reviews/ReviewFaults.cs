using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Reviews;

/// <summary>Refusals that several use-cases share.</summary>
internal static class ReviewFaults
{
    private const int MostReason = 500;

    public static readonly Fault NotFound = new("lists.review.not-found", "没有这次复核，或它是别的单位的。", null, FaultKind.NotFound);
    public static readonly Fault NotYours = new("lists.review.not-yours", "这一步不归您的角色办理。", null, FaultKind.Forbidden);
    public static readonly Fault Changed = new("lists.review.changed", "别人刚保存过。请看过现在的内容再办。", null, FaultKind.Conflict);
    public static readonly Fault Closed = new("lists.review.closed", "这次复核已经结束，不再收答复。", null, FaultKind.Conflict);
    public static readonly Fault NotNow = new("lists.review.not-now", "现在不是这一步。请刷新后再看。", null, FaultKind.Conflict);
    public static readonly Fault NoneChosen = new("lists.review.none-chosen", "没有可以办理的条目：请先勾选，或换一个筛选。", "id");

    /// <summary>What is wrong with a reason; null when it will do.</summary>
    public static Fault? OfReason(string reason, bool required) =>
        required && reason.Trim().Length == 0 ? new("lists.review.reason.required", "请写明理由。", "reason")
        : reason.Length > MostReason ? new("lists.review.reason.too-long", "理由不超过 500 字。", "reason") : ClassificationMarks.Refusal(reason, "reason");
}
