using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Import.Batches;

/// <summary>Refusals that several steps share.</summary>
internal static class ImportFaults
{
    public static readonly Fault NotFound = new("catalog.import.not-found", "没有这个导入批次，或不是您单位的。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("catalog.import.not-now", "这个批次正在处理或已经处理完，不能再改。", null, FaultKind.Conflict);
    public static readonly Fault ChangedMeanwhile = new("catalog.import.changed", "别人先改了这个批次，请看过现在的情况再试。", null, FaultKind.Conflict);
    public static readonly Fault NotChecked = new("catalog.import.not-checked", "这个批次还没有检查完，检查之后才有回执。", null, FaultKind.Conflict);
    public static readonly Fault TargetForbidden = new("catalog.import.target.forbidden", "存量目录只能由主管部门或大数据中心直接发布，请选择“草稿”。", "target", FaultKind.Forbidden);
    public static readonly Fault NothingToDo = new("catalog.import.nothing", "没有要写入的行：都未变或不能导入。", null, FaultKind.Conflict);
}
