using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Codes;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>Codes follow their scheme; suspiciously short ones are mistakes (编目常见问题 4). That all rows of one resource carry one code (3) is looked at on import.</summary>
internal sealed class CodeMisshapen() : QualityRule(new("Q04", Severity.Warning, "目录代码不合规则", "目录代码“{0}”不合编码规则。", Anchors.Practice, "随下一次导入改正代码，或请大数据中心重新编号。", 2))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        if (resource.Code is { } code && !CatalogCode.Parse(code, CatalogScheme.Shanghai, "").Ok) yield return Cells.Of("目录代码", "code", code);
        if (resource.NationalCode is { } national && !CatalogCode.Parse(national, CatalogScheme.National, "").Ok) yield return Cells.Of("国家目录代码", "nationalCode", national);
    }

    public override IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [string.Join('、', cells.Select(c => c.Value))];
}
