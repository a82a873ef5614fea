using System.Globalization;
using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Records.Findings;

/// <summary>Which findings are meant.</summary>
/// <param name="Unit">The provider; 0 for all.</param>
/// <param name="Kinds">The kinds, the gravest first.</param>
/// <param name="Waived">True for those that a waiver covers, false for the others.</param>
internal sealed record FindingFilter(long Unit, IReadOnlyList<FindingKind> Kinds, bool Waived)
{
    /// <summary>The filter of an address; what cannot be read does not filter.</summary>
    public static FindingFilter From(HttpContext http, FindingKinds kinds)
    {
        var query = new QueryState(http);
        var (codes, severity) = (http.Request.Query["code"].Select(kinds.Find).OfType<FindingKind>().ToHashSet(), Enum.TryParse<Severity>(query["severity"], out var parsed) && Enum.IsDefined(parsed) ? parsed : (Severity?)null);
        return new(
            long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0,
            [.. kinds.All.Where(k => (codes.Count == 0 || codes.Contains(k)) && (severity is null || k.Severity == severity))], query["waived"] == "true");
    }
}
