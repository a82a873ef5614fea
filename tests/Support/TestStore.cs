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

    public static async Task<TestStore> Create(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("qingdan-test-").FullName;
        if (engine == Engine.Sqlite) return new TestStore(new StoreOptions(folder), null);
        var database = $"t{Guid.CreateVersion7():n}";
        await Run($"CREATE DATABASE {database}");
        return new TestStore(new StoreOptions(folder, new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ToString()), database);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await using (var own = new NpgsqlConnection(Options.PostgresConnection)) NpgsqlConnection.ClearPool(own);
            await Run($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        }
        else Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Options.DataFolder, recursive: true);
    }

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
