using System.Globalization;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;

namespace Qingdan.Catalog.Numbers;

/// <summary>Keeps the figures of the month: the last look of a month stays.</summary>
internal sealed class KeepMonths(Store store, CountMonth count) : IRegularWork
{
    private const int Slice = 500;

    public async Task Run(CancellationToken cancel)
    {
        var rows = await count.Run(cancel);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        foreach (var some in rows.Chunk(Slice))
            await store.Execute($"""
                INSERT INTO catalog_months (month, unit_id, resources, conforming, systems, covered, timed, fresh) VALUES {string.Join(", ", some.Select(Values))}
                ON CONFLICT (month, unit_id) DO UPDATE SET resources = excluded.resources, conforming = excluded.conforming, systems = excluded.systems, covered = excluded.covered, timed = excluded.timed, fresh = excluded.fresh
                """, cancel, ("month", some[0].Month));
        await transaction.CommitAsync(cancel);
    }

    private static string Values(MonthNumbers r) => string.Create(CultureInfo.InvariantCulture, $"(@month, {r.UnitId}, {r.Resources}, {r.Conforming}, {r.Systems}, {r.Covered}, {r.Timed}, {r.Fresh})");
}
