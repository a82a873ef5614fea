using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Systems;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>目录名称 is not the name of the system: it says what the data are (编目常见问题 1).</summary>
internal sealed class NamedLikeSystem() : QualityRule(new("Q01", Severity.Warning, "目录名称就是系统名称", "目录名称与来源系统同名，看不出有什么数据。", Anchors.Practice, "改成数据内容，例如“婚姻登记信息”。", 3))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        var key = NameKey.Of(resource.Content.Name);
        if (SystemNames.In(resource.Content.SystemName).Append(resource.Content.SystemName).Any(name => name.Length > 0 && NameKey.Of(name) == key)) yield return Cells.Of("目录名称", "name", resource.Content.Name);
    }
}
