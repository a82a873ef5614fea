using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Systems;
using Qingdan.Platform.Audit;

namespace Qingdan.Catalog;

/// <summary>What the catalogue writes into the audit log.</summary>
internal static class CatalogAudit
{
    public static readonly AuditAction Saved = new("catalog.resource.saved", "保存目录");
    public static readonly AuditAction Submitted = new("catalog.resource.submitted", "报送目录");
    public static readonly AuditAction Published = new("catalog.resource.published", "审核通过并发布目录");
    public static readonly AuditAction Returned = new("catalog.resource.returned", "退回目录");
    public static readonly AuditAction SubmittedMany = new("catalog.bulk.submitted", "批量报送目录");
    public static readonly AuditAction PublishedMany = new("catalog.bulk.published", "批量通过并发布目录");
    public static readonly AuditAction ReturnedMany = new("catalog.bulk.returned", "批量退回目录");
    public static readonly AuditAction BulkUndone = new("catalog.bulk.undone", "撤销批量办理目录");
    public static readonly AuditAction Withdrawn = new("catalog.resource.withdrawn", "下线目录");
    public static readonly AuditAction HandedOver = new("catalog.resource.handed-over", "目录随职能划转");
    public static readonly AuditAction DraftDropped = new("catalog.draft.dropped", "放弃目录变更");
    public static readonly AuditAction ItemsTaken = new("catalog.items.from-summary", "从摘要补数据项");
    public static readonly AuditAction ProposalRefused = new("catalog.items.proposal-refused", "声明摘要所写不是数据项");
    public static readonly AuditAction CodesGiven = new("catalog.codes.given", "补给目录代码");
    public static readonly AuditAction FileReceived = new("catalog.import.received", "上传导入文件");
    public static readonly AuditAction FileRefused = new("catalog.import.refused", "拒收带密级标志的文件");
    public static readonly AuditAction ImportMapped = new("catalog.import.mapped", "确定列对应");
    public static readonly AuditAction MappingDropped = new("catalog.import.mapping-dropped", "删除保存的列对应");
    public static readonly AuditAction ImportStarted = new("catalog.import.started", "开始导入");
    public static readonly AuditAction UndoStarted = new("catalog.import.undo-started", "开始撤销导入");
    public static readonly AuditAction Imported = new("catalog.import.done", "导入目录");
    public static readonly AuditAction ImportUndone = new("catalog.import.undone", "撤销导入");

    public static readonly AuditAction SystemRegistered = new("catalog.system.registered", "登记信息系统");
    public static readonly AuditAction SystemFound = new("catalog.system.found", "按目录所写登记信息系统");
    public static readonly AuditAction SystemChanged = new("catalog.system.changed", "修改信息系统");
    public static readonly AuditAction SystemStopped = new("catalog.system.stopped", "停用信息系统");
    public static readonly AuditAction PlanSaved = new("catalog.system.plan-saved", "保存预编目");
    public static readonly AuditAction PlanDrafted = new("catalog.system.plan-drafted", "预编目转为目录草稿");
    public static readonly AuditAction PlanChecked = new("catalog.system.plan-checked", "登记预编目核对结果");
    public static readonly AuditAction DutyRegistered = new("catalog.duty.registered", "登记职责");
    public static readonly AuditAction DutyChanged = new("catalog.duty.changed", "修改职责");
    public static readonly AuditAction DutyEnded = new("catalog.duty.ended", "终止职责");
    public static readonly AuditAction DutyLinked = new("catalog.duty.linked", "把目录和系统关联到职责");
    public static readonly AuditAction DutyUnlinked = new("catalog.duty.unlinked", "解除职责的关联");

    public static readonly AuditAction SearchKept = new("catalog.search.kept", "保存检索");
    public static readonly AuditAction SearchLookedAt = new("catalog.search.looked-at", "打开保存的检索");
    public static readonly AuditAction SearchDropped = new("catalog.search.dropped", "删除保存的检索");

    public static readonly AuditAction Merged = new("catalog.similar.merged", "合并目录");
    public static readonly AuditAction MergeUndone = new("catalog.similar.merge-undone", "撤销合并目录");
    public static readonly AuditAction SimilarRejected = new("catalog.similar.rejected", "认定相似目录不是同一个");

    public static readonly AuditAction SourceNamed = new("catalog.meaning.source-named", "确定数源单位");
    public static readonly AuditAction MeaningToldApart = new("catalog.meaning.told-apart", "认定同名数据项不是同一含义");

    /// <summary>The kind under which meanings of items stand in the audit log.</summary>
    public const string MeaningKind = "catalog.meaning";

    /// <summary>The kind under which groups of similar resources stand in the audit log.</summary>
    public const string SimilarKind = "catalog.similar";

    /// <summary>The kinds under which systems and duties stand in the audit log.</summary>
    public const string SystemKind = "catalog.system", DutyKind = "catalog.duty";

    /// <summary>The kind under which resources stand in the audit log and in sign-offs.</summary>
    public const string Kind = "catalog.resource";

    public static Subject Of(Resource resource) => new(Kind, resource.Id, resource.Name);

    public static Subject Of(InformationSystem system) => new(SystemKind, system.Id, system.Name);

    public static Subject Of(Duty duty) => new(DutyKind, duty.Id, duty.Name);
}
