using Qingdan.Platform.Audit;

namespace Qingdan.Records.Editions;

/// <summary>What editions write into the audit log.</summary>
internal static class EditionAudit
{
    public static readonly AuditAction Drawn = new("records.edition.drawn", "拟定版次");
    public static readonly AuditAction Consulted = new("records.edition.consulted", "版次征求意见");
    public static readonly AuditAction Concluded = new("records.edition.concluded", "意见处理完毕");
    public static readonly AuditAction Passed = new("records.edition.passed", "版次审议通过");
    public static readonly AuditAction SentBack = new("records.edition.sent-back", "版次审议退回");
    public static readonly AuditAction Ordered = new("records.edition.ordered", "决定印发版次");
    public static readonly AuditAction Issued = new("records.edition.issued", "印发版次");
    public static readonly AuditAction Retried = new("records.edition.retried", "重新写入版次档案");
    public static readonly AuditAction Cancelled = new("records.edition.cancelled", "版次作废");
    public static readonly AuditAction OpinionGiven = new("records.edition.opinion-given", "对版次提出意见");
    public static readonly AuditAction OpinionTakenBack = new("records.edition.opinion-taken-back", "撤回对版次的意见");
    public static readonly AuditAction NothingSaid = new("records.edition.no-opinion", "答复对版次无意见");
    public static readonly AuditAction NothingTakenBack = new("records.edition.no-opinion-taken-back", "撤回对版次的无意见答复");
    public static readonly AuditAction OpinionAnswered = new("records.edition.opinion-answered", "处理对版次的意见");

    /// <summary>The event of an act.</summary>
    public static AuditAction Of(EditionAct act) => act switch
    {
        EditionAct.Draw => Drawn, EditionAct.Consult => Consulted, EditionAct.Conclude => Concluded, EditionAct.Pass => Passed, EditionAct.SendBack => SentBack,
        EditionAct.Issue => Ordered, EditionAct.Seal => Issued, EditionAct.Retry => Retried, _ => Cancelled,
    };
}
