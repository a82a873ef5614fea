using Qingdan.Platform.Results;

namespace Qingdan.Lists.Negatives;

/// <summary>Refusals that several use-cases share.</summary>
internal static class NegativeFaults
{
    public static readonly Fault NotFound = new("lists.negative.not-found", "没有这一条，或它是别的单位还没有生效的条目。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("lists.negative.not-now", "这一条的状态已经变了，现在不能这样办。请刷新后再看。", null, FaultKind.Conflict);
    public static readonly Fault NotYours = new("lists.negative.not-yours", "这一步不归您的角色办理。", null, FaultKind.Forbidden);
    public static readonly Fault ChangedMeanwhile = new("lists.negative.changed", "别人先保存了这一条。您填的没有丢，请核对后再保存。", null, FaultKind.Conflict);
    public static readonly Fault SignerNeeded = new("lists.negative.signer.required", "请由这一步的签批人登录签署，或上传线下签批件由联络员代录。", "scan");
}
