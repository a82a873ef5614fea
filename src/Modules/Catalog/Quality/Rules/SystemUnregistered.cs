using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>The named system stands in the 系统目录: else systems and catalogue cannot be compared.</summary>
internal sealed class SystemUnregistered() : QualityRule(new("A02", Severity.Warning, "来源系统未登记", "来源系统“{0}”没有登记在系统目录里。", Anchors.OwnRule, "登记这个系统，或改成系统目录里的名称。", 3))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource) => resource.Systems.Unknown.Select(name => Cells.Of("来源系统", "systemName", name));

    public override IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [string.Join('、', cells.Select(c => c.Value))];
}
