using Qingdan.Platform.Results;

namespace Qingdan.Records.Rounds;

/// <summary>Refusals that several use-cases share.</summary>
internal static class RoundFaults
{
    public static readonly Fault NotFound = new("records.round.not-found", "没有这次集中梳理。", null, FaultKind.NotFound);
    public static readonly Fault ReportNotFound = new("records.report.not-found", "没有这份报送，或它是别的单位的。", null, FaultKind.NotFound);
    public static readonly Fault PartNotFound = new("records.part.not-found", "没有这个处室的部分。", null, FaultKind.NotFound);
    public static readonly Fault ReturnNotFound = new("records.return.not-found", "没有这份交回的工作簿，或它是别的单位的。", null, FaultKind.NotFound);
    public static readonly Fault NotYours = new("records.report.not-yours", "由本单位的数据联络员或负责人办理。", null, FaultKind.Forbidden);
    public static readonly Fault NotNow = new("records.report.not-now", "这份报送现在不能这样办理，请刷新后查看它的状态。", null, FaultKind.Conflict);
    public static readonly Fault ChangedMeanwhile = new("records.report.changed-meanwhile", "有人刚刚办理过这份报送。请刷新后再办。", null, FaultKind.Conflict);
    public static readonly Fault NoFile = new("records.return.file", "请选择填好的工作簿。", "file");
    public static readonly Fault NoneChosen = new("records.reminder.none-chosen", "请先勾选要催办的单位，或点“催办全部未报”。", "id");
    public static readonly Fault Closed = new("records.round.closed", "这次集中梳理已经结束，不能再交。", null, FaultKind.Conflict);
}
