using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>Names that differ only in punctuation, spaces or a dragged number are doubles (编目常见问题 2).</summary>
internal sealed class SameName() : QualityRule(new("D01", Severity.Warning, "同单位目录重名", "本单位另有同名目录“{0}”（只差空格、标点、序号也算）。", Anchors.Practice, "合并成一个，或在名称里写明区别。", 5))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource) => resource.Namesakes.Select(name => Cells.Of("目录名称", "name", name));

    public override IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [cells[0].Value];
}
