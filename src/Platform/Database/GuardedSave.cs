using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Qingdan.Platform.Database;

/// <summary>Saving when somebody else may have saved first.</summary>
public static class GuardedSave
{
    /// <summary>
    /// Saves; false when a row with a concurrency token was changed by another unit of work meanwhile, or a row that may be there once was made by it.
    /// Nothing is stored then, and the unit of work is empty again so that the current row can be read.
    /// </summary>
    public static async Task<bool> TrySave(this Store store, CancellationToken cancel)
    {
        try
        {
            await store.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || IsTaken(e.InnerException))
        {
            store.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>True when the store refused a row because its key is taken.</summary>
    public static bool IsTaken(Exception? e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY or SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE };
}
