using Qingdan.Catalog.Resources;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>What is declared of a resource has the declared shape: numbers in the six columns of the census among them (编目常见问题 8), values of the own list (9).</summary>
internal sealed class ElementWrong(DeclaredElements declared) : QualityRule(new("Q08", Severity.Warning, "要素不合要求", "{0}的写法不合要素声明。", Anchors.Practice, "按字段下的提示改正。", 3))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource) => declared.Faults(resource.Content, owed: false)
        .Select(f => Cells.Of(declared.NameOf(f.Field!), f.Field!, resource.Content.Elements.GetValueOrDefault(f.Field!, ""))).DistinctBy(c => c.Field);

    public override IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [string.Join('、', cells.Select(c => c.Label))];
}
