using Microsoft.Data.Sqlite;
using Npgsql;
using Qingdan.Platform.Database;

namespace Qingdan.Tests.Support;

/// <summary>A fresh store of its own for one test, removed afterwards.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly string? _database;

    private TestStore(StoreOptions options, string? database)
    {
        Options = options;
        _database = database;
    }

    public StoreOptions Options { get; }

    /// <summary>The test server's address, given by the test script: a test without PostgreSQL fails, it is never skipped.</summary>
    private static string Server => Environment.GetEnvironmentVariable("QINGDAN_TEST_POSTGRES")
        ?? throw new InvalidOperationException("QINGDAN_TEST_POSTGRES is not set. Run the tests by ./test, which starts PostgreSQL.");

    /// <summary>An empty store, or a copy of one that <see cref="Freeze"/> made.</summary>
    public static async Task<TestStore> Create(Engine engine, string? frozen = null)
    {
        var folder = Directory.CreateTempSubdirectory("qingdan-test-").FullName;
        if (engine == Engine.Sqlite)
        {
            if (frozen is not null) File.Copy(frozen, Path.Combine(folder, "qingdan.db"));
            return new TestStore(new StoreOptions(folder), null);
        }
        var database = $"t{Guid.CreateVersion7():n}";
        await Run($"CREATE DATABASE {database}{(frozen is null ? "" : $" TEMPLATE {frozen}")}");
        return new TestStore(new StoreOptions(folder, new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ToString()), database);
    }

    /// <summary>Keeps what the store holds now, for copies: a file for SQLite, a database for PostgreSQL. Nobody may be using the store.</summary>
    public async Task<string> Freeze()
    {
        if (_database is null)
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("qingdan-frozen-").FullName, "qingdan.db");
            await using var connection = new SqliteConnection(Options.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"VACUUM INTO '{file}'";
            await command.ExecuteNonQueryAsync();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
            return file;
        }
        await ClearPool();
        await Run($"CREATE DATABASE {_database}_frozen TEMPLATE {_database}");
        return $"{_database}_frozen";
    }

    private async Task ClearPool()
    {
        await using var own = new NpgsqlConnection(Options.PostgresConnection);
        NpgsqlConnection.ClearPool(own);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await ClearPool();
            await Run($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        }
        else
        {
            // Only its own: the pools of tests beside it are in use.
            await using var own = new SqliteConnection(Options.ConnectionString);
            SqliteConnection.ClearPool(own);
        }
        Directory.Delete(Options.DataFolder, recursive: true);
    }

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        // A copy of a province takes longer than any statement of the program may.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
