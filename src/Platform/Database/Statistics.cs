namespace Qingdan.Platform.Database;

/// <summary>What the planner knows of the tables. Both engines gather it by themselves, but some time after a load: until then pages over it were measured ten times slower.</summary>
public static class Statistics
{
    /// <summary>Gathers it now, outside of a transaction.</summary>
    public static Task GatherStatistics(this Store store, CancellationToken cancel, params string[] tables) =>
        store.Execute(store.Engine == Engine.Postgres ? $"ANALYZE {string.Join(", ", tables)}" : "PRAGMA optimize", cancel);
}
