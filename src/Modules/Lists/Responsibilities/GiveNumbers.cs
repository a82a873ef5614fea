using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// Gives 责任编号 to rows in force that have none: <c>ZR-</c>, the unit's organization code, a running number. Units without a code wait for one;
/// a finding says so. A number once given stays with its row.
/// </summary>
internal sealed class GiveNumbers(Store store, IdSource ids, NumberSeries series, IOrganizationDirectory organizations)
{
    /// <summary>Runs inside the caller's transaction. <paramref name="scope"/> limits the units, in SQL.</summary>
    public async Task Run(string scope, CancellationToken cancel)
    {
        var waiting = await store.Query(
            $"SELECT provider_id, count(*) FROM lists_entries WHERE number IS NULL AND state = 'InForce'{scope} GROUP BY provider_id ORDER BY provider_id", r => (Provider: r.GetInt64(0), Rows: r.GetInt64(1)), cancel);
        if (waiting.Count == 0) return;
        var tree = await organizations.Tree(cancel);
        foreach (var (provider, rows) in waiting)
        {
            if (tree.Find(provider)?.Code is not { } code) continue;
            var first = await series.Take($"ZR-{code}-", rows, cancel);
            await store.Execute(
                """
                UPDATE lists_entries SET number = @prefix || substr(CAST(999999 + @first + w.n AS TEXT), 2), revision = @revision
                FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM lists_entries WHERE number IS NULL AND state = 'InForce' AND provider_id = @provider) w
                WHERE lists_entries.id = w.id
                """, cancel, ("prefix", $"ZR-{code}-"), ("first", first), ("revision", ids.Next()), ("provider", provider));
        }
    }
}
