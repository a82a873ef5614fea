using Qingdan.Catalog.Contracts;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>R20: the data themselves are renewed as often as stated; grace and periods see <see cref="Freshness"/>.</summary>
internal sealed class NotRenewed() : QualityRule(new("R20", Severity.Warning, "数据停更", "数据上次更新于{0}，按所写的更新频率已经过期。", Anchors.Practice, "更新数据并改写数据更新日期；实际频率不同的，改更新频率。", 5))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        if (Freshness.LastDay(resource.Content.DataUpdatedOn, resource.Content.Frequency) < resource.Today) yield return Cells.Of("数据更新日期", "dataUpdatedOn", $"{resource.Content.DataUpdatedOn:yyyy-MM-dd}");
    }

    public override IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [cells[0].Value];
}
