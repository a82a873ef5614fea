using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>Refusals that several use-cases share.</summary>
internal static class EntryFaults
{
    public static readonly Fault NotFound = new("lists.entry.not-found", "没有这一条，或它是别的单位尚未生效的条目。", null, FaultKind.NotFound);
    public static readonly Fault NotYours = new("lists.entry.not-yours", "只有本单位的数据联络员、负责人，以及大数据中心、主管部门可以办理。", null, FaultKind.Forbidden);
    public static readonly Fault NothingChosen = new("lists.entry.none-chosen", "没有可以办理的条目：请先勾选，或换一个筛选。", "id");
    public static readonly Fault ReasonOwed = new("lists.entry.reason.required", "请写明理由。", "why");
    public static readonly Fault ReasonTooLong = new("lists.entry.reason.too-long", "理由不超过 500 字。", "why");
    public static readonly Fault ChangedMeanwhile = new("lists.entry.changed", "别人先保存了这一条。请重新打开，再改一次。", null, FaultKind.Conflict);
    public static readonly Fault ChangeOpen = new("lists.change.open", "这一条已有变更待确认，请先办完那一项。", null, FaultKind.Conflict);
    public static readonly Fault TooMany = new("lists.entry.too-many-chosen", "一次最多勾选 1,000 条；更多请按筛选办理。", "id", FaultKind.TooLarge);

    public static readonly Fault MovedOn = new("decision.moved-on", "这次办理的条目后来又有新的办理，不能撤销。请先撤销后来的那次。", null, FaultKind.Conflict);

    /// <summary>Rows whose share property is undetermined, alone.</summary>
    public static Fault Undetermined(long count) => new("lists.entry.undetermined", "这 {0} 条的共享属性都未定，写明后才能确认。", "id", FaultKind.Conflict, count);

    /// <summary>Rows with something that the negative list forbids, alone.</summary>
    public static Fault Forbidden(long count) => new("lists.entry.forbidden", "这 {0} 条的数据在负面清单中生效，不能列入责任清单。", "id", FaultKind.Conflict, count);

    /// <summary>What is wrong with a reason; null when it will do.</summary>
    public static Fault? OfReason(string why) => why.Trim().Length == 0 ? ReasonOwed : why.Length > 500 ? ReasonTooLong : ClassificationMarks.Refusal(why, "why");
}
