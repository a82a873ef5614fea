using Qingdan.Catalog.Contracts;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>Within one resource a data item stands once.</summary>
internal sealed class ItemTwice() : QualityRule(new("Q14", Severity.Warning, "数据项重名", "有数据项在本目录里出现了不止一次。", Anchors.OwnRule, "删去多余的一行，或在名称里写明区别。", 3))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        var seen = new HashSet<string>();
        return Cells.OfItems(resource.Content, "名称", "name", i => !seen.Add(NameKey.Of(i.Name)), _ => "");
    }
}
