using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Systems;

/// <summary>What the forms of both registers share.</summary>
internal static class RegisterForms
{
    /// <summary>The ids that were ticked.</summary>
    public static IReadOnlyCollection<long> Ids(StringValues values) =>
        [.. values.Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id != 0).Distinct()];

    /// <summary>Chinese names of the audit actions.</summary>
    public static IReadOnlyDictionary<string, string> Names(IEnumerable<AuditAction> actions) => actions.ToDictionary(a => a.Code, a => a.Text);

    /// <summary>Both versions of a row that two people saved.</summary>
    public static IResult Conflict(Crumb parent, string name, string page, int edit, ConflictRow[] rows) =>
        Pages.Conflict(new { Parent = parent, Guard = "edit", Name = name, Page = page, Action = $"{page}/edit", Version = (long)edit, Rows = rows });
}
