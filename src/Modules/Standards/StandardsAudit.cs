using Qingdan.Platform.Audit;

namespace Qingdan.Standards;

/// <summary>What this module writes to the audit log.</summary>
internal static class StandardsAudit
{
    public static readonly AuditAction DaySet = new("standards.calendar.day-set", "修改工作日历");
    public static readonly AuditAction YearAnnounced = new("standards.calendar.year-announced", "登记节假日安排通知");
}
