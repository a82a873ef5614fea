using Qingdan.Platform.Audit;

namespace Qingdan.Lists;

internal static partial class ListsAudit
{
    public static readonly AuditAction ReviewOpened = new("lists.review.opened", "发起年度复核");
    public static readonly AuditAction ReviewAnswered = new("lists.review.answered", "答复年度复核");
    public static readonly AuditAction ReviewSubmitted = new("lists.review.submitted", "提交年度复核审签");
    public static readonly AuditAction ReviewSigned = new("lists.review.signed", "签批年度复核");
    public static readonly AuditAction ReviewSentBack = new("lists.review.sent-back", "负责人退回年度复核");
    public static readonly AuditAction ReviewDecided = new("lists.review.decided", "决定建议移出的条目");
    public static readonly AuditAction ReviewClosed = new("lists.review.closed", "结束年度复核");

    public static readonly AuditAction ImpactAnalysed = new("lists.impact.analysed", "分析影响");

    /// <summary>The kind under which kept analyses stand in the audit log.</summary>
    public const string ImpactKind = "lists.impact";

    /// <summary>The kinds under which reviews stand in the audit log, and their sheets in sign-offs.</summary>
    public const string ReviewKind = "lists.review", ReviewSheetKind = "lists.review.sheet";
}
