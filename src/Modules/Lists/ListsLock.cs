using Microsoft.EntityFrameworkCore.Storage;
using Qingdan.Platform.Database;

namespace Qingdan.Lists;

/// <summary>What comes into force in the three lists is written by one at a time: what was checked inside still holds when it is written.</summary>
internal static class ListsLock
{
    private const long AdvisoryLock = 7_204_131;

    /// <summary>Opens a transaction that waits for its turn. SQLite has one writer in any case.</summary>
    public static async Task<IDbContextTransaction> BeginLists(this Store store, CancellationToken cancel)
    {
        var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.LockLists(cancel);
        return transaction;
    }

    /// <summary>Waits for its turn in the running transaction.</summary>
    public static Task LockLists(this Store store, CancellationToken cancel) => store.WaitForTurn(AdvisoryLock, cancel);
}
