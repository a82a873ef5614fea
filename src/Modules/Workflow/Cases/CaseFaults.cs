using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Cases;

/// <summary>Refusals that several use-cases share.</summary>
internal static class CaseFaults
{
    public static readonly Fault NotFound = new("workflow.case.not-found", "没有这件办理，或者它与您的单位无关。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("workflow.case.not-now", "这件办理的状态已经变了，现在不能这样办。请看现在轮到谁。", null, FaultKind.Conflict);
    public static readonly Fault NotYours = new("workflow.case.not-yours", "这一步不归您的角色办理。", null, FaultKind.Forbidden);
    public static readonly Fault ChangedMeanwhile = new("workflow.case.changed", "别人先办了一步。您填的没有丢，请看现在的状态再办。", null, FaultKind.Conflict);
    public static readonly Fault HeadNeeded = new("workflow.case.head.required", "答复须经本单位共享工作机构负责人同意：请负责人登录签署，或上传线下签批件（条例第二十条）。", "scan");
}
