using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Resources;

/// <summary>Refusals that several use-cases share.</summary>
internal static class CatalogFaults
{
    public static readonly Fault NotFound = new("catalog.resource.not-found", "没有这个目录，或它是别的单位的草稿。", null, FaultKind.NotFound);
    public static readonly Fault InReview = new("catalog.resource.in-review", "目录正在主管部门审核，退回或通过后才能修改。", null, FaultKind.Conflict);
    public static readonly Fault NotEditable = new("catalog.resource.not-editable", "已下线的目录不能修改。", null, FaultKind.Conflict);
    public static readonly Fault NoDraft = new("catalog.resource.no-draft", "这个目录没有草稿，也没有未报送的变更。", null, FaultKind.Conflict);
    public static readonly Fault ChangedMeanwhile = new("catalog.resource.changed", "别人先保存了这个目录。您填的没有丢，请逐项选择后再保存。", null, FaultKind.Conflict);
    public static readonly Fault NotAsSeen = new("catalog.resource.not-as-seen", "您打开之后，这个目录又有变化。请看过现在的内容再决定。", null, FaultKind.Conflict);
}
