using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>The share property is one of three (政务数据共享条例 14). Inferred ones are a matter of the lists, where they are confirmed in bulk.</summary>
internal sealed class ShareUndetermined() : QualityRule(new("S01", Severity.Severe, "共享属性未定", "没有写明共享属性，也无法推断。写明后才能生效。", Anchors.Classes, "选定无条件共享、有条件共享或不予共享。", 10))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        var content = resource.Content;
        if (content.Share is null && (content.Items.Count == 0 || content.Items.Any(i => i.Share is null))) yield return Cells.Of("共享属性", "share");
    }
}
