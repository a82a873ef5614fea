using Microsoft.EntityFrameworkCore;

namespace Qingdan.Platform.Database;

/// <summary>Saving when somebody else may have saved first.</summary>
public static class GuardedSave
{
    /// <summary>
    /// Saves; false when a row with a concurrency token was changed by another unit of work meanwhile.
    /// Nothing is stored then, and the unit of work is empty again so that the current row can be read.
    /// </summary>
    public static async Task<bool> TrySave(this Store store, CancellationToken cancel)
    {
        try
        {
            await store.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            store.ChangeTracker.Clear();
            return false;
        }
    }
}
