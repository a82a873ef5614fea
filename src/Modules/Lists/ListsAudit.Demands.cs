using Qingdan.Lists.Demands;
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
    public static readonly AuditAction DemandHandedOver = new("lists.demand.handed-over", "需求随职能划转");

    /// <summary>The kind under which demands stand in the audit log and in sign-offs.</summary>
    public const string DemandKind = "lists.demand";

    public static Subject Of(Demand demand) => new(DemandKind, demand.Id, demand.Name);
}
