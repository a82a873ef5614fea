using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>有条件开放 states its conditions (编目常见问题 12).</summary>
internal sealed class OpenConditionMissing() : QualityRule(new("Q12", Severity.Warning, "有条件开放未写条件", "有条件开放，还没有写明开放条件。", Anchors.Practice, "写明谁、在什么条件下可以获取。", 3))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        if (resource.Content.OpenType == OpenType.Conditional && string.IsNullOrWhiteSpace(resource.Content.Elements.GetValueOrDefault("openCondition"))) yield return Cells.Of("开放条件", "openCondition");
    }
}
