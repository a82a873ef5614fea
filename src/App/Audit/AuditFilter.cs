using System.Globalization;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.App.Audit;

/// <summary>What of the audit log is asked for, as the address says it.</summary>
internal sealed record AuditFilter(string? Unit, string? Person, string? Action, string? Kind, long? Subject, DateOnly? From, DateOnly? To, string? Words, bool? Sealed, long? Before)
{
    public static AuditFilter Of(QueryState query) => new(
        query["unit"], query["person"], query["action"], query["kind"], Number(query["subject"]), TypedDay.Meant(query["from"]), TypedDay.Meant(query["to"]), query["q"],
        query["sealed"] switch { "yes" => true, "no" => false, _ => null }, Number(query["before"]));

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
