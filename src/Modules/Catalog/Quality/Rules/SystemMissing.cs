using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>Every resource is linked to an information system: what the national audit checks, and the source that 上海市数据条例 28 wants stated.</summary>
internal sealed class SystemMissing() : QualityRule(new("A01", Severity.Warning, "没有来源系统", "没有写明来源系统。国家审计要求系统与目录对得上。", Anchors.Source, "填写系统目录里的名称；没有信息系统的写“手工台账”并登记。", 6))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        if (resource.Systems.IsEmpty) yield return Cells.Of("来源系统", "systemName");
    }
}
