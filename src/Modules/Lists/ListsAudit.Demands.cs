using Qingdan.Lists.Demands;
using Qingdan.Lists.Demands.Importing;
using Qingdan.Platform.Audit;

namespace Qingdan.Lists;

internal static partial class ListsAudit
{
    public static readonly AuditAction DemandSaved = new("lists.demand.saved", "保存需求");
    public static readonly AuditAction DemandSubmitted = new("lists.demand.submitted", "报送需求");
    public static readonly AuditAction DemandConsented = new("lists.demand.consented", "本单位同意需求");
    public static readonly AuditAction DemandPassed = new("lists.demand.passed", "区级审核需求");
    public static readonly AuditAction DemandReturned = new("lists.demand.returned", "退回需求");
    public static readonly AuditAction DemandProviderDesignated = new("lists.demand.provider-designated", "指定提供单位");
    public static readonly AuditAction DemandListed = new("lists.demand.listed", "列入需求清单");
    public static readonly AuditAction DemandWithdrawn = new("lists.demand.withdrawn", "撤回需求");
    public static readonly AuditAction DemandsJoined = new("lists.demand.joined", "需求合并答复");
    public static readonly AuditAction DemandsToldApart = new("lists.demand.told-apart", "认定不是重复需求");
    public static readonly AuditAction DemandFileAttached = new("lists.demand.file-attached", "上传需求附件");
    public static readonly AuditAction DemandFileRemoved = new("lists.demand.file-removed", "移除需求附件");
    public static readonly AuditAction DemandFileRefused = new("lists.demand.file-refused", "拒收带密级标志的需求附件");
    public static readonly AuditAction DemandsReceived = new("lists.demand.import-received", "上传需求工作簿");
    public static readonly AuditAction DemandsMapped = new("lists.demand.import-mapped", "确定需求工作簿的列对应");
    public static readonly AuditAction DemandsTaken = new("lists.demand.import-taken", "由工作簿生成需求草稿");
    public static readonly AuditAction DemandHandedOver = new("lists.demand.handed-over", "需求随职能划转");

    /// <summary>The kind under which demands stand in the audit log and in sign-offs.</summary>
    public const string DemandKind = "lists.demand";

    /// <summary>The kind under which workbooks of demands stand in the audit log.</summary>
    public const string DemandImportKind = "lists.demand-import";

    public static Subject Of(DemandImport import) => new(DemandImportKind, import.Id, import.FileName);

    public static Subject Of(Demand demand) => new(DemandKind, demand.Id, demand.Name);
}
