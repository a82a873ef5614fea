using Qingdan.Platform.Results;

namespace Qingdan.Records.Editions;

/// <summary>What hinders an edition.</summary>
internal static class EditionFaults
{
    public static readonly Fault NotFound = new("records.edition.not-found", "没有这个版次，或者还不对您公开。", null, FaultKind.NotFound);
    public static readonly Fault NotWritten = new("records.edition.not-written", "清单正在写入档案，请稍后刷新。", null, FaultKind.Conflict);
    public static readonly Fault NoRetry = new("records.edition.no-retry", "档案正在写入，或者已经写好，不用再试。", null, FaultKind.Conflict);
    public static readonly Fault NoEarlier = new("records.edition.no-earlier", "没有更早的已印发版次可以对比。", "before", FaultKind.NotFound);
    public static readonly Fault OtherUnits = new("records.edition.other-units", "一个版次是全市的，另一个只有一个单位，不能对比。", "before", FaultKind.Conflict);
    public static readonly Fault NotYours = new("records.edition.not-yours", "版次由主管部门办理。", null, FaultKind.Forbidden);
    public static readonly Fault NotNow = new("records.edition.not-now", "这个版次现在不能这样办，请刷新后看它到了哪一步。", null, FaultKind.Conflict);
    public static readonly Fault ChangedMeanwhile = new("records.edition.changed", "别人刚刚办理过这个版次，请刷新后再办。", null, FaultKind.Conflict);
    public static readonly Fault OtherIssuing = new("records.edition.other-issuing", "另一个版次正在印发，请等它完成后再印发。", null, FaultKind.Conflict);
    public static readonly Fault Unanswered = new("records.edition.unanswered", "还有 {0} 条意见没有处理，请逐条写明是否采纳。", null, FaultKind.Conflict);
    public static readonly Fault OpinionNotFound = new("records.edition.opinion-not-found", "没有这条意见。", null, FaultKind.NotFound);
    public static readonly Fault NotAsked = new("records.edition.not-asked", "现在没有就这个版次征求您单位的意见。", null, FaultKind.Conflict);
    public static readonly Fault Concluded = new("records.edition.concluded", "您单位本轮已答复“无意见”，要提意见请先撤回答复。", null, FaultKind.Conflict);

    /// <summary>A text that is missing or too long.</summary>
    public static Fault? Text(string field, string name, string text, int most, bool required = true) =>
        text.Trim().Length == 0 ? required ? new("records.edition.text.required", "请填写{0}。", field, FaultKind.Invalid, name) : null
        : text.Trim().Length > most ? new("records.edition.text.long", "{0}不超过 {1} 字。", field, FaultKind.Invalid, name, most) : null;
}
