using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Qingdan.Platform.Database;

/// <summary>
/// Settings of every SQLite connection. WAL lets readers go on while one writes; NORMAL is safe with WAL
/// (a power cut may lose the last commits, never corrupt); foreign keys are off by default in SQLite. Who waits for the writer asks again after 1, 2, 5 … ms:
/// the provider by itself asks every 150.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=8000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
