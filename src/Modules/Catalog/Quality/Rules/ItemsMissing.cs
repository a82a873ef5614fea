using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>R01: the data items are part of the content (政务数据共享条例 13); without them a resource can only be listed as a whole.</summary>
internal sealed class ItemsMissing() : QualityRule(new("R01I", Severity.Warning, "没有数据项", "目录没有数据项，只能整条列入。请逐项填写数据项。", Anchors.Content, "摘要里写到的数据项可以直接采用，其余逐项补填。", 12))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        if (resource.Content.Items.Count == 0) yield return Cells.Of("数据项", "items");
    }
}
