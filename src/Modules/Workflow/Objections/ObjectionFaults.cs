using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Objections;

/// <summary>Refusals that several use-cases share.</summary>
internal static class ObjectionFaults
{
    public static readonly Fault NotFound = new("workflow.objection.not-found", "没有这件异议，或者它与您的单位无关。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("workflow.objection.not-now", "这件异议的状态已经变了，现在不能这样办。请看现在轮到谁。", null, FaultKind.Conflict);
    public static readonly Fault NotYours = new("workflow.objection.not-yours", "这一步不归您的单位或角色办理。", null, FaultKind.Forbidden);
    public static readonly Fault ChangedMeanwhile = new("workflow.objection.changed", "别人先办了一步。您填的没有丢，请看现在的状态再办。", null, FaultKind.Conflict);
    public static readonly Fault NoResource = new("workflow.objection.resource", "没有这个目录，或者它没有发布。", "resource", FaultKind.NotFound);
}
