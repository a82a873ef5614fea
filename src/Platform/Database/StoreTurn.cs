namespace Qingdan.Platform.Database;

/// <summary>Lets one at a time write what is checked against other rows first: what was checked inside still holds when it is written.</summary>
public static class StoreTurn
{
    /// <summary>Waits, in the running transaction, until nobody else has this turn; it ends with the transaction. SQLite has one writer in any case.</summary>
    public static async Task WaitForTurn(this Store store, long key, CancellationToken cancel)
    {
        if (store.Engine == Engine.Postgres) await store.Execute("SELECT pg_advisory_xact_lock(@key)", cancel, ("key", key));
    }
}
