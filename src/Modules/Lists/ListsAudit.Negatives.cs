using Qingdan.Lists.Negatives;
using Qingdan.Platform.Audit;

namespace Qingdan.Lists;

internal static partial class ListsAudit
{
    public static readonly AuditAction NegativeProposed = new("lists.negative.proposed", "提出负面清单条目");
    public static readonly AuditAction NegativeEdited = new("lists.negative.edited", "修改负面清单条目");
    public static readonly AuditAction NegativeSubmitted = new("lists.negative.submitted", "送审负面清单条目");
    public static readonly AuditAction NegativeSigned = new("lists.negative.signed", "签批负面清单条目");
    public static readonly AuditAction NegativeReturned = new("lists.negative.returned", "退回负面清单条目");
    public static readonly AuditAction NegativeListed = new("lists.negative.listed", "列入负面清单");
    public static readonly AuditAction NegativeRefused = new("lists.negative.refused", "不同意列入负面清单");
    public static readonly AuditAction NegativeDropped = new("lists.negative.dropped", "不再提出负面清单条目");
    public static readonly AuditAction NegativeRemoved = new("lists.negative.removed", "移出负面清单");
    public static readonly AuditAction NegativeReviewDue = new("lists.negative.review-due", "转定期复核");
    public static readonly AuditAction NegativeKept = new("lists.negative.kept", "复核后保留");
    public static readonly AuditAction NegativeHandedOver = new("lists.negative.handed-over", "负面清单条目随职能划转");

    /// <summary>The kind under which negative entries stand in the audit log and in sign-offs.</summary>
    public const string NegativeKind = "lists.negative";

    public static Subject Of(Negative negative) => new(NegativeKind, negative.Id, negative.Name);
}
