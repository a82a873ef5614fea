using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>R02: the head of the unit consents before publication, and the risk assessments have been made (政务数据共享条例 13). What was imported as published has no such record.</summary>
internal sealed class ConsentMissing() : QualityRule(new("R02", Severity.Warning, "没有负责人同意的记录", "目录已发布，但没有本单位负责人同意和评估的记录。", Anchors.Content, "保存一次变更并报送：负责人在系统内同意，或上传线下签批件。", 4))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        if (!resource.Consented) yield return Cells.Of("负责人同意", "name");
    }
}
