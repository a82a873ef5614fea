using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>
/// R01: what 政务数据共享条例 13 wants of every resource. Name and provider every row has; items, share property and conditions have rules of their own.
/// The summary is not of the article but of practice, as its element says.
/// </summary>
internal sealed class ContentMissing() : QualityRule(new("R01", Severity.Warning, "缺少应有内容", "目录没有写明：{0}。", Anchors.Content, "在编辑页补齐，再报送审核。", 12))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        var content = resource.Content;
        if (content.Summary.Length == 0) yield return Cells.Of("摘要", "summary");
        if (content.Formats.Length == 0) yield return Cells.Of("数据格式", "formats");
        if (content.Frequency is null) yield return Cells.Of("更新频率", "frequency");
        if (content.DataLevel.Length == 0) yield return Cells.Of("数据分级", "dataLevel");
        if (content.ShareWays.Length == 0 && content.Share != ShareProperty.NotShared) yield return Cells.Of("共享方式", "shareWays");
    }

    public override IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [string.Join('、', cells.Select(c => c.Label))];
}
