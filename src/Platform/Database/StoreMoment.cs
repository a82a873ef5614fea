using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Qingdan.Platform.Database;

/// <summary>Reading much from one moment of the store while others go on writing.</summary>
public static class StoreMoment
{
    /// <summary>Begins a transaction that only reads and sees what was committed when it read first; it hinders nobody. Ends when it is disposed.</summary>
    public static async Task<IAsyncDisposable> BeginMoment(this Store store, CancellationToken cancel)
    {
        if (store.Engine == Engine.Postgres) return await store.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        // Deferred: the usual one of SQLite would keep all writers waiting.
        var reading = ((SqliteConnection)await store.Open(cancel)).BeginTransaction(deferred: true);
        await store.Database.UseTransactionAsync(reading, cancel);
        return new Reading(store, reading);
    }

    private sealed class Reading(Store store, SqliteTransaction reading) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await store.Database.UseTransactionAsync(null);
            await reading.DisposeAsync();
            await store.Database.CloseConnectionAsync();
        }
    }
}
