namespace Qingdan.Platform.Database;

/// <summary>Where the store is: a PostgreSQL connection string, or else a folder for the SQLite file.</summary>
public sealed record StoreOptions(string DataFolder, string? PostgresConnection = null)
{
    /// <summary>The engine that follows from the options.</summary>
    public Engine Engine => PostgresConnection is null ? Engine.Sqlite : Engine.Postgres;

    /// <summary>The connection string of the engine.</summary>
    public string ConnectionString => PostgresConnection
        ?? $"Data Source={Path.Combine(DataFolder, "qingdan.db")};Cache=Private;Default Timeout=30";
}
