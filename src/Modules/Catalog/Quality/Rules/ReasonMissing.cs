using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>R03: 不予共享 states a reason (政务数据共享条例 15). Whether its basis carries it is judged on the negative list.</summary>
internal sealed class ReasonMissing() : QualityRule(new("R03R", Severity.Severe, "不予共享未写理由", "不予共享，还没有写明理由。", Anchors.Conditions, "写明理由和依据条款；没有法律、法规依据的，改为有条件共享。", 6))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        var content = resource.Content;
        if (content.ShareReason.Length > 0) return [];
        if (content.Share == ShareProperty.NotShared) return [Cells.Of("不予共享理由", "shareReason")];
        return Cells.OfItems(content, "不予共享理由", "shareReason", i => i.Share == ShareProperty.NotShared && i.ShareReason.Length == 0, _ => "");
    }
}
