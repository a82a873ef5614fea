using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>A format type belongs to the class it is stated under (编目常见问题 6; classes after 发改高技〔2017〕1272号, from memory).</summary>
internal sealed class FormatClassWrong() : QualityRule(new("Q06", Severity.Hint, "数据格式不认识", "数据格式“{0}”不在格式字典里，或不属于所写的格式分类。", Anchors.Practice, "按“电子表格-xlsx”或“xlsx；csv”的样子写。", 2))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource) => DataFormats.ReadMany(resource.Content.Formats)
        .Where(f => f.Class is null || (f.Kind == ReadingKind.Likely && f.Type.Length > 0)).Select(f => Cells.Of("数据格式", "formats", f.Type));

    public override IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [string.Join('、', cells.Select(c => c.Value))];
}
