using Qingdan.Platform.Audit;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;

namespace Qingdan.Records;

/// <summary>What is noted when the system's clock is behind what stands in the records. Numbers and times go on from what stands there: they only grow.</summary>
internal static class ClockAudit
{
    public static readonly AuditAction Behind = new("records.clock.behind", "系统时钟早于已有记录");

    /// <summary>That lines of a list in force begin after now; instants in milliseconds.</summary>
    public static AuditEvent OfLines(AuditLog audit, string list, long last, long now) => audit.Event(
        Actor.System, Behind, new Subject("records.list", 0, list), before: new { At = Instant(last) }, after: new { At = Instant(now) }, why: "系统时钟早于在效条目的生效时间，按条目的时间接续。");

    private static string Instant(long at) => Shown.Instant(DateTimeOffset.FromUnixTimeMilliseconds(at));
}
