using Microsoft.EntityFrameworkCore.Storage;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Records.Contracts.Editions;

namespace Qingdan.Lists;

/// <summary>
/// The turn to write in the three lists. What comes into force is written by one at a time: what was checked inside still holds when it is written;
/// and the book of lines follows with the same commit.
/// </summary>
internal sealed class ListsTurn(Store store, IdSource ids, TimeProvider clock, LineBook lines)
{
    private const long AdvisoryLock = 7_204_131;

    // The lists in memory look back ten seconds only.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    private static readonly string[] Tables = ["lists_entries", "lists_negatives", "lists_demands"];

    /// <summary>Waits for the turn in a transaction of its own, or in the running one, which then has to be committed by whoever began it. SQLite has one writer in any case.</summary>
    public async Task<ListsWriting> Begin(CancellationToken cancel)
    {
        var own = store.Database.CurrentTransaction is null ? await store.Database.BeginTransactionAsync(cancel) : null;
        await store.WaitForTurn(AdvisoryLock, cancel);
        var (mark, begun) = (ids.Next(), clock.GetUtcNow());
        return new ListsWriting(own, end => End(mark, begun, end));
    }

    private async Task End(long mark, DateTimeOffset begun, CancellationToken cancel)
    {
        await lines.Follow(mark, cancel);
        if (clock.GetUtcNow() - begun < Long) return;
        // Many rows took long: with the revisions of its beginning nobody would look for them any more.
        var fresh = ids.Next();
        foreach (var table in Tables) await store.Execute($"UPDATE {table} SET revision = @fresh WHERE revision > @mark", cancel, ("fresh", fresh), ("mark", mark));
    }
}

/// <summary>Writing in the lists; without <see cref="CommitAsync"/> nothing was written.</summary>
internal sealed class ListsWriting(IDbContextTransaction? own, Func<CancellationToken, Task> end) : IAsyncDisposable
{
    /// <summary>Has the book of lines follow what got a revision since, and commits.</summary>
    public async Task CommitAsync(CancellationToken cancel)
    {
        await end(cancel);
        if (own is not null) await own.CommitAsync(cancel);
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
