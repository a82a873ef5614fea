using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Updates;

/// <summary>Refusals that several use-cases share.</summary>
internal static class UpdateFaults
{
    /// <summary>Most resources that a person names at once.</summary>
    public const int MostResources = 200;

    public static readonly Fault NotFound = new("workflow.update.not-found", "没有这件目录更新，或者它与您的单位无关。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("workflow.update.not-now", "这件目录更新的状态已经变了，现在不能这样办。请看现在轮到谁。", null, FaultKind.Conflict);
    public static readonly Fault NotYours = new("workflow.update.not-yours", "这一步不归您的单位或角色办理。", null, FaultKind.Forbidden);
    public static readonly Fault ChangedMeanwhile = new("workflow.update.changed", "别人先办了一步。您填的没有丢，请看现在的状态再办。", null, FaultKind.Conflict);
    public static readonly Fault Foreign = new("workflow.update.resources.foreign", "勾选的目录有的已不属于这个单位。请重新勾选。", "resource");
    public static readonly Fault Many = new("workflow.update.resources.many", "一次最多勾选 {0} 个目录。", "resource", FaultKind.Invalid, MostResources);
}
