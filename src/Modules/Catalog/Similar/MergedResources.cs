using System.Globalization;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Similar;

/// <summary>A resource that another was merged into, or that was merged into it.</summary>
public sealed record MergedResource(long Id, string? Code, string? NationalCode, string Name);

/// <summary>Follows merges: one that stayed may itself have been merged later.</summary>
internal sealed class MergedResources(Store store)
{
    /// <summary>Where this resource goes on; null when it was not merged.</summary>
    public async Task<MergedResource?> Into(long id, CancellationToken cancel) => (await Read(
        $"WITH RECURSIVE up(id) AS (SELECT merged_into FROM catalog_resources WHERE id = {Text(id)} AND merged_into <> 0 UNION SELECT r.merged_into FROM catalog_resources r JOIN up ON r.id = up.id WHERE r.merged_into <> 0)",
        "id IN (SELECT id FROM up) AND merged_into = 0", cancel)).FirstOrDefault();

    /// <summary>What went into this resource, also by way of others: their codes are its 曾用代码.</summary>
    public Task<List<MergedResource>> From(long id, CancellationToken cancel) => Read(
        $"WITH RECURSIVE down(id) AS (SELECT id FROM catalog_resources WHERE merged_into = {Text(id)} AND merged_into <> 0 UNION SELECT r.id FROM catalog_resources r JOIN down ON r.merged_into = down.id WHERE r.merged_into <> 0)",
        "id IN (SELECT id FROM down)", cancel);

    /// <summary>A condition on the id of a resource: it goes on for one whose code, of either kind, fits. <paramref name="fits"/> is the condition on a column.</summary>
    public static string HadCode(Func<string, string> fits) =>
        $"id IN (WITH RECURSIVE up(id) AS (SELECT merged_into FROM catalog_resources WHERE {fits("code")} AND merged_into <> 0 UNION SELECT merged_into FROM catalog_resources WHERE {fits("national_code")} AND merged_into <> 0 " +
        "UNION SELECT r.merged_into FROM catalog_resources r JOIN up ON r.id = up.id WHERE r.merged_into <> 0) SELECT id FROM up)";

    private Task<List<MergedResource>> Read(string with, string where, CancellationToken cancel) => store.Query(
        $"{with} SELECT id, code, national_code, name FROM catalog_resources WHERE {where} ORDER BY id",
        r => new MergedResource(r.GetInt64(0), r.IsDBNull(1) ? null : r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), r.GetString(3)), cancel);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
