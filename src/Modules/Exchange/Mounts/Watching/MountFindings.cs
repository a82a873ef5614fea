using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts.Watching;

/// <summary>What watching the mounts finds.</summary>
internal static class MountFindings
{
    /// <summary>The name under which these are kept.</summary>
    public const string Source = "exchange";

    public static readonly FindingKind Failing = new("X01", Severity.Severe, "挂载异常", "服务“{0}”自 {1} 起调不通，已 {2} 天：{3}", Anchors.Practice, "请检查服务，在挂接页试调；地址或者密钥有变的，停用后改写。");
    public static readonly FindingKind Stale = new("X02", Severity.Warning, "挂接的数据停更", "服务“{0}”里的数据是 {1} 的，按目录写的更新频率已过期 {2} 天。", Anchors.Practice, "更新数据；实际频率不同的，改目录里的更新频率。");

    /// <summary>All kinds.</summary>
    public static FindingKindSet All { get; } = new(Source, [Failing, Stale]);
}
