using Qingdan.Catalog.Contracts;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>A summary says more than the name: whoever searches decides by it (编目常见问题 5 wants one at all).</summary>
internal sealed class SummaryEmptyOfMeaning() : QualityRule(new("Q05", Severity.Hint, "摘要与名称相同", "摘要只是重复目录名称，看的人无从判断。", Anchors.OwnRule, "写明有哪些数据、覆盖谁、用来做什么。", 3))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        var content = resource.Content;
        if (content.Summary.Length > 0 && NameKey.Of(content.Summary) == NameKey.Of(content.Name)) yield return Cells.Of("摘要", "summary", content.Summary);
    }
}
