using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Qingdan.Platform.Database;

/// <summary>
/// Rings when somebody has written, in whichever process: by PostgreSQL's notification, which triggers on the tables send with the commit, or by SQLite's own count of
/// commits. It says that there may be something new, not what.
/// </summary>
public sealed class StoreBell(StoreOptions options, ILogger<StoreBell> log)
{
    /// <summary>The channel that triggers notify.</summary>
    public const string Channel = "qingdan_changed";

    // A commit on SQLite is looked for so often; and a lost connection is tried again after this long.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100), Again = TimeSpan.FromSeconds(1);

    // Rings without a cause so often: what a broken connection has missed is seen all the same.
    private static readonly TimeSpan Anyway = TimeSpan.FromSeconds(5);

    /// <summary>Does what is to be done at each ring, one after another until the end; first at once.</summary>
    public Task Listen(Func<Task> heard, CancellationToken cancel) => options.Engine == Engine.Postgres ? Notified(heard, cancel) : Committed(heard, cancel);

    private async Task Notified(Func<Task> heard, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await using var listening = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString());
            var well = await Try(async () =>
            {
                await listening.OpenAsync(cancel);
                await using var listen = new NpgsqlCommand($"LISTEN {Channel}", listening);
                await listen.ExecuteNonQueryAsync(cancel);
            });
            // The first ring, and after a loss for what was missed.
            await heard();
            while (well && await Try(() => listening.WaitAsync(Anyway, cancel))) await heard();
            await Task.Delay(Again, cancel);
        }
    }

    private async Task<bool> Try(Func<Task> wait)
    {
        try
        {
            await wait();
            return true;
        }
        catch (Exception lost) when (lost is NpgsqlException or SocketException)
        {
            log.LogWarning(lost, "The connection that listens for changes was lost; it is made again.");
            return false;
        }
    }

    private async Task Committed(Func<Task> heard, CancellationToken cancel)
    {
        await using var counting = new SqliteConnection(options.ConnectionString);
        await counting.OpenAsync(cancel);
        await using var command = counting.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        for (var version = -1L; ;)
        {
            var now = (long)(await command.ExecuteScalarAsync(cancel))!;
            if (now != version) await heard();
            version = now;
            await Task.Delay(Pause, cancel);
        }
    }
}
