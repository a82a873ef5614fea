using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Audit;

namespace Qingdan.Lists;

internal static partial class ListsAudit
{
    public static readonly AuditAction Promised = new("lists.responsibility.promised", "登记承诺提供期限");
    public static readonly AuditAction CandidatesConfirmed = new("lists.responsibility.confirmed", "确认列入责任清单");
    public static readonly AuditAction CandidatesRejected = new("lists.responsibility.rejected", "不列入责任清单");
    public static readonly AuditAction ChangesConfirmed = new("lists.responsibility.change-confirmed", "确认责任清单变更");
    public static readonly AuditAction ChangesRejected = new("lists.responsibility.change-rejected", "不采纳责任清单变更");
    public static readonly AuditAction ChangeProposed = new("lists.responsibility.change-proposed", "提出责任清单变更");
    public static readonly AuditAction ChangeTakenBack = new("lists.responsibility.change-taken-back", "撤回责任清单变更");
    public static readonly AuditAction RuleKept = new("lists.change-rule.kept", "设定自动确认规则");
    public static readonly AuditAction RuleTakenOver = new("lists.change-rule.taken-over", "接手自动确认规则");
    public static readonly AuditAction RuleEnded = new("lists.change-rule.ended", "停用自动确认规则");
    public static readonly AuditAction DecisionUndone = new("lists.responsibility.undone", "撤销批量办理");
    public static readonly AuditAction EntryAdded = new("lists.responsibility.added", "手工列入责任清单");
    public static readonly AuditAction EntryEdited = new("lists.responsibility.edited", "修改责任清单条目");
    public static readonly AuditAction EntryRemoved = new("lists.responsibility.removed", "移出责任清单");
    public static readonly AuditAction EntryHandedOver = new("lists.responsibility.handed-over", "责任清单条目随职能划转");

    /// <summary>The kind under which rows of the 责任清单 stand in the audit log.</summary>
    public const string EntryKind = "lists.responsibility";

    public static Subject Of(Entry entry) => new(EntryKind, entry.Id, entry.Name);
}
