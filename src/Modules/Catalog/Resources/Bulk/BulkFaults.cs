using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Resources.Bulk;

/// <summary>Refusals of bulk actions.</summary>
internal static class BulkFaults
{
    public static readonly Fault TooMany = new("catalog.bulk.too-many", "一次最多 {0} 个目录，请缩小筛选后分几次办理。", null, FaultKind.TooLarge, ReviewMany.Most);
    public static readonly Fault Nothing = new("catalog.bulk.nothing", "选中的目录里没有可以办理的：状态不对，或别人已经办过。", null, FaultKind.Conflict);
}
