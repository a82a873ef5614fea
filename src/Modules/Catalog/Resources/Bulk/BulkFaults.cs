using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Resources.Bulk;

/// <summary>Refusals of bulk actions.</summary>
internal static class BulkFaults
{
    public static readonly Fault TooMany = new("catalog.bulk.too-many", "一次最多 {0} 个目录，请缩小筛选后分几次办理。", null, FaultKind.TooLarge, ReviewMany.Most);
    public static readonly Fault Nothing = new("catalog.bulk.nothing", "选中的目录里没有可以办理的：状态不对，别人已经办过，或您打开之后又有变化。", null, FaultKind.Conflict);
    public static readonly Fault MovedOn = new("catalog.bulk.moved-on", "这批目录之后都又有人办理，没有可以撤销的。", null, FaultKind.Conflict);
    public static readonly Fault NotYours = new("catalog.bulk.not-yours", "批量报送由本单位的数据联络员或负责人撤销，批量审核由主管部门撤销。", null, FaultKind.Forbidden);
}
