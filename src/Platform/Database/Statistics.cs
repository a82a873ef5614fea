namespace Qingdan.Platform.Database;

/// <summary>
/// What PostgreSQL's planner knows of the tables. It gathers that by itself, but some time after a load: until then pages over it were measured ten times slower.
/// SQLite plans our statements by their indexes alone.
/// </summary>
public static class Statistics
{
    /// <summary>Gathers it now.</summary>
    public static Task GatherStatistics(this Store store, CancellationToken cancel, params string[] tables) =>
        store.Engine == Engine.Postgres ? store.Execute($"ANALYZE {string.Join(", ", tables)}", cancel) : Task.CompletedTask;
}
