using Qingdan.Platform.Audit;

namespace Qingdan.Standards;

/// <summary>What this module writes to the audit log.</summary>
internal static class StandardsAudit
{
    public static readonly AuditAction DaySet = new("standards.calendar.day-set", "修改工作日历");
    public static readonly AuditAction YearAnnounced = new("standards.calendar.year-announced", "登记节假日安排通知");
    public static readonly AuditAction LawsReceived = new("standards.laws.received", "上传法律依据文件");
    public static readonly AuditAction LawsTaken = new("standards.laws.taken", "导入法律依据");
    public static readonly AuditAction LawStated = new("standards.laws.stated", "登记法规的时效");
}
