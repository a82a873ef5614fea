using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Findings;

/// <summary>What comparing demands finds. It is no part of the generation, which replaces only its own.</summary>
internal static class RepeatFindings
{
    /// <summary>The name under which these are kept.</summary>
    public const string Source = "demands";

    public static readonly FindingKind Repeated = new("R19", Severity.Hint, "需求重复", "与本单位的需求“{0}”要的数据和场景相同。请撤回其中一件；确有不同的，请大数据中心认定不是重复。", Anchors.OwnRule);

    /// <summary>All kinds.</summary>
    public static FindingKindSet All { get; } = new(Source, [Repeated]);
}
