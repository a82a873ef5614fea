using Qingdan.Platform.Results;

namespace Qingdan.Lists.Demands;

/// <summary>Refusals that several use-cases share.</summary>
internal static class DemandFaults
{
    public static readonly Fault NotFound = new("lists.demand.not-found", "没有这件需求，或它是别的单位的草稿。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("lists.demand.not-now", "这件需求的状态已经变了，现在不能这样办。请刷新后再看。", null, FaultKind.Conflict);
    public static readonly Fault NotYours = new("lists.demand.not-yours", "这一步不归您的角色办理。", null, FaultKind.Forbidden);
    public static readonly Fault ChangedMeanwhile = new("lists.demand.changed", "别人先保存了这件需求。您填的没有丢，请核对后再保存。", null, FaultKind.Conflict);
    public static readonly Fault HeadNeeded = new("lists.demand.consent.required", "须经本单位共享工作机构负责人同意：请负责人登录同意，或上传线下签批件（条例第二十条）。", "scan");
}
