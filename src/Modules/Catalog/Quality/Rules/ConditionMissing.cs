using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>R04: 有条件共享 states the scope of sharing and the purpose of use (政务数据共享条例 15), for the resource or for each such item.</summary>
internal sealed class ConditionMissing() : QualityRule(new("R04", Severity.Severe, "有条件共享未写条件", "有条件共享，还没有写明共享范围和使用用途。", Anchors.Conditions, "在共享条件里写明哪些单位、用于什么事项可以使用。", 8))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        var content = resource.Content;
        if (content.ShareCondition.Length > 0) return [];
        if (content.Items.Count == 0) return content.Share == ShareProperty.Conditional ? [Cells.Of("共享条件", "shareCondition")] : [];
        if (content.Share == ShareProperty.Conditional && content.Items.Any(i => i.Share is null && i.ShareCondition.Length == 0)) return [Cells.Of("共享条件", "shareCondition")];
        return Cells.OfItems(content, "共享条件", "shareCondition", i => i.Share == ShareProperty.Conditional && i.ShareCondition.Length == 0, _ => "");
    }
}
