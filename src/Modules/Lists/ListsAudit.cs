using Qingdan.Platform.Audit;

namespace Qingdan.Lists;

/// <summary>What the lists write into the audit log.</summary>
internal static partial class ListsAudit
{
    public static readonly AuditAction Generated = new("lists.generated", "生成清单");
}
