using Qingdan.Platform.Audit;

namespace Qingdan.Records.Rounds;

/// <summary>What rounds write into the audit log.</summary>
internal static class RoundAudit
{
    public static readonly AuditAction Opened = new("records.round.opened", "发起集中梳理");
    public static readonly AuditAction Edited = new("records.round.edited", "修改集中梳理");
    public static readonly AuditAction Closed = new("records.round.closed", "结束集中梳理");
    public static readonly AuditAction Merged = new("records.round.merged", "导出全市总表");
    public static readonly AuditAction ReturnReceived = new("records.return.received", "交回填报工作簿");
    public static readonly AuditAction ReturnRefused = new("records.return.refused", "拒收带密级标志的工作簿");
    public static readonly AuditAction ReturnMapped = new("records.return.mapped", "确定工作簿的列对应");
    public static readonly AuditAction ReturnTaken = new("records.return.taken", "接收工作簿的变更");
    public static readonly AuditAction ReturnDropped = new("records.return.dropped", "放弃交回的工作簿");
    public static readonly AuditAction PartAdded = new("records.part.added", "分给处室填报");
    public static readonly AuditAction PartSent = new("records.part.sent", "发出处室的工作簿");
    public static readonly AuditAction PartDropped = new("records.part.dropped", "收回分给处室的部分");
    public static readonly AuditAction Closing = new("records.report.closed", "报送内容定稿");
    public static readonly AuditAction Reopened = new("records.report.reopened", "收回定稿");
    public static readonly AuditAction HandedIn = new("records.report.handed-in", "报送");
    public static readonly AuditAction SentBack = new("records.report.sent-back", "负责人退回");
    public static readonly AuditAction Returned = new("records.report.returned", "退回报送");
    public static readonly AuditAction Accepted = new("records.report.accepted", "通过报送");
    public static readonly AuditAction Expected = new("records.report.expected", "改变应报范围");
    public static readonly AuditAction Reminded = new("records.report.reminded", "催办报送");
}
