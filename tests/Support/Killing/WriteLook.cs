using Microsoft.Data.Sqlite;
using Npgsql;
using Qingdan.Platform.Database;
using SQLitePCL;

namespace Qingdan.Tests.Support.Killing;

/// <summary>Looks from outside whether a stopped program is in the middle of writing.</summary>
internal sealed class WriteLook : IAsyncDisposable
{
    private readonly SqliteConnection? _sqlite;
    private readonly NpgsqlConnection? _postgres;
    private bool _starting;

    private WriteLook(SqliteConnection? sqlite, NpgsqlConnection? postgres) => (_sqlite, _postgres) = (sqlite, postgres);

    /// <summary>On the store that the program writes.</summary>
    public static async Task<WriteLook> Open(StoreOptions store)
    {
        var look = store.PostgresConnection is { } server ? new WriteLook(null, new NpgsqlConnection($"{server};Pooling=false")) : new WriteLook(new SqliteConnection($"{store.ConnectionString};Pooling=False"), null);
        await (look._sqlite?.OpenAsync() ?? look._postgres!.OpenAsync());
        return look;
    }

    /// <summary>True once its start is over: at it SQLite's lock is taken to see that no migration is missing, and nothing is written.</summary>
    public bool Begun { get; private set; }

    /// <summary>What the program does.</summary>
    public async Task<Caught> At(int process)
    {
        var writes = await InTransaction();
        if (!Begun)
        {
            Begun = _postgres is not null || (_starting && !writes);
            _starting = writes;
            return Caught.Between;
        }
        return writes ? Caught.Transaction : HasArchive(process) ? Caught.Archive : Caught.Between;
    }

    public async ValueTask DisposeAsync()
    {
        if (_sqlite is not null) await _sqlite.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
    }

    private async Task<bool> InTransaction()
    {
        if (_postgres is not null)
        {
            // A transaction has a number from its first write on.
            await using var others = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL", _postgres);
            return (long)(await others.ExecuteScalarAsync())! > 0;
        }
        // Of two who write the second is told at once. Past the provider, which would wait.
        raw.sqlite3_busy_timeout(_sqlite!.Handle, 0);
        if (raw.sqlite3_exec(_sqlite.Handle, "BEGIN IMMEDIATE") == raw.SQLITE_BUSY) return true;
        raw.sqlite3_exec(_sqlite.Handle, "ROLLBACK");
        return false;
    }

    // The temporary file that an edition is written to before it is stored.
    private static bool HasArchive(int process)
    {
        try
        {
            return Directory.GetFiles($"/proc/{process}/fd").Any(f => Path.GetFileName(new FileInfo(f).LinkTarget ?? "").StartsWith("qingdan-", StringComparison.Ordinal));
        }
        catch (DirectoryNotFoundException)
        {
            // It has just ended.
            return false;
        }
    }
}
