using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Time;

namespace Qingdan.Lists;

/// <summary>
/// Gives numbers to rows of the three lists that still wait for one, because their unit had no organization code: the list, the code, a running number.
/// A finding names such units. A number once given stays with its row.
/// </summary>
internal sealed class GiveNumbers(Store store, IdSource ids, TimeProvider clock, NumberSeries series, IOrganizationDirectory organizations)
{
    /// <summary>责任编号 for rows in force. Runs inside the caller's transaction; <paramref name="units"/> says which units, in SQL: <c>IN (7, 8)</c>.</summary>
    public Task Entries(string units, CancellationToken cancel) => Give("lists_entries", "provider_id", "state = 'InForce'", NumberSeries.Entries, units, cancel);

    /// <summary>The numbers of all three lists.</summary>
    public async Task Run(string units, CancellationToken cancel)
    {
        await Entries(units, cancel);
        await Give("lists_negatives", "provider_id", "state = 'InForce'", NumberSeries.Negatives, units, cancel);
        await Give("lists_demands", "unit_id", "submitted_at IS NOT NULL AND state <> 'Withdrawn'", code => NumberSeries.Demands(code, clock.Today().Year), units, cancel);
    }

    private async Task Give(string table, string unit, string due, Func<string, string> prefix, string units, CancellationToken cancel)
    {
        var waiting = await store.Query($"SELECT DISTINCT {unit} FROM {table} WHERE number IS NULL AND {due} AND {unit} {units} ORDER BY {unit}", r => r.GetInt64(0), cancel);
        if (waiting.Count == 0) return;
        var tree = await organizations.Tree(cancel);
        foreach (var id in waiting)
        {
            if (tree.Find(id)?.Code is not { } code) continue;
            // What was numbered is counted afterwards: a count made before could differ from what the statement finds.
            var first = await series.Take(prefix(code), 0, cancel);
            var given = await store.Execute(
                $"""
                UPDATE {table} SET number = @prefix || substr(CAST(999999 + @first + w.n AS TEXT), 2), revision = @revision
                FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM {table} WHERE number IS NULL AND {due} AND {unit} = @unit) w
                WHERE {table}.id = w.id
                """, cancel, ("prefix", prefix(code)), ("first", first), ("revision", ids.Next()), ("unit", id));
            await series.Take(prefix(code), given, cancel);
        }
    }
}
