using Qingdan.Catalog.Meanings;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>R18: where a unit is named the source of a data item, others share it from there and do not collect it (政务数据共享条例 19; 上海市数据条例 30).</summary>
internal sealed class CollectedElsewhere() : QualityRule(new("R18", Severity.Hint, "已定数源的数据项", "有数据项已定“{0}”为数源单位，应从数源单位共享，不另行采集。", Anchors.OneSource, "确认数据是从数源单位共享来的，不再另行采集；不是同一含义的，改写数据项名称。", 2))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource) =>
        Cells.OfItems(resource.Content, "名称", "name", i => Source(resource, i.Name) is not null, i => Source(resource, i.Name)!);

    public override IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [cells[0].Value];

    private static string? Source(CheckedResource resource, string name) => resource.Sources.Count > 0 && MeaningKey.Of(name) is { } key ? resource.Sources.GetValueOrDefault(key) : null;
}
