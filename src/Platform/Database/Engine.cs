namespace Qingdan.Platform.Database;

/// <summary>The two stores: one file to start with, and the engine cities run.</summary>
public enum Engine
{
    /// <summary>Embedded, one file, one writer at a time.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or newer.</summary>
    Postgres,
}
