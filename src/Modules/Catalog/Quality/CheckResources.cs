using System.Globalization;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Catalog.Quality;

/// <summary>
/// Looks at what was written since it was last looked at, and at nothing else. What is read is judged outside the transaction; it writes down the revision it saw,
/// so whatever was saved meanwhile is looked at again.
/// </summary>
internal sealed class CheckResources(Store store, ReadChecked read, QualityRules rules, FindingBook findings)
{
    // What is written of so many takes a tenth of a second; fewer would write the same pages of the indexes again and again.
    private const int Slice = 2_000;
    private const long AdvisoryLock = 0x7164_0009;

    /// <summary>Checks all that waits; <paramref name="progress"/> is told how many are done. Returns how many there were.</summary>
    public async Task<long> Run(Func<long, Task> progress, CancellationToken cancel)
    {
        var (done, after) = (0L, 0L);
        while (await read.Next(after, Slice, cancel) is { Count: > 0 } slice)
        {
            await Write(slice, cancel);
            await progress(done += slice.Count);
            after = slice[^1].Id;
        }
        return done;
    }

    private async Task Write(List<WaitingResource> slice, CancellationToken cancel)
    {
        var found = slice.AsParallel().AsOrdered().Where(r => r.Seen is not null).SelectMany(r => rules.Look(r.Seen!)).ToList();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.WaitForTurn(AdvisoryLock, cancel);
        await findings.Replace(QualityRules.Source, slice.ConvertAll(r => r.Id), [], found, 0, cancel);
        await store.Execute($"""
            UPDATE catalog_resources SET checked = seen.column2, fresh_until = seen.column3 FROM (VALUES {string.Join(", ", slice.Select(Row))}) AS seen WHERE catalog_resources.id = seen.column1
            """, cancel);
        await transaction.CommitAsync(cancel);
    }

    // Numbers and days of ours stand in the text. What is no longer fresh has been found, and need not be looked for.
    private static string Row(WaitingResource r) => string.Create(CultureInfo.InvariantCulture,
        $"({r.Id}, {r.Revision}, {(r.Seen is { } seen && Freshness.LastDay(seen.Content.DataUpdatedOn, seen.Content.Frequency) is { } day && day >= seen.Today ? $"'{Shown.Day(day)}'" : "NULL")})");
}
