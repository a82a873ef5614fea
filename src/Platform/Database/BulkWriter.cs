using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace Qingdan.Platform.Database;

/// <summary>The column types that bulk writing knows.</summary>
public enum BulkType
{
    /// <summary>64-bit whole number, ids and instants among them.</summary>
    Number,

    /// <summary>32-bit whole number.</summary>
    Small,

    /// <summary>Text, dates and JSON among them.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Bytes: digests.</summary>
    Bytes,
}

/// <summary>
/// Writes many rows into one table by the engine's fastest way: COPY in PostgreSQL, one prepared insert in SQLite.
/// Runs inside the caller's transaction. Call <see cref="Complete"/>; without it PostgreSQL keeps nothing.
/// </summary>
public abstract class BulkWriter : IAsyncDisposable
{
    /// <summary>Opens a writer on the store's connection.</summary>
    /// <param name="store">The unit of work; a transaction should be running.</param>
    /// <param name="table">A table name of ours, never input.</param>
    /// <param name="cancel">Ends the opening.</param>
    /// <param name="columns">Names of ours with their types, in the order of the values.</param>
    public static async Task<BulkWriter> Open(Store store, string table, CancellationToken cancel, params (string Name, BulkType Type)[] columns)
    {
        var names = string.Join(", ", columns.Select(c => c.Name));
        var connection = await store.Open(cancel);
        if (connection is NpgsqlConnection postgres)
            return new CopyWriter(await postgres.BeginBinaryImportAsync($"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)", cancel), columns);
        var handle = ((SqliteConnection)connection).Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})", out var statement), handle);
        return new InsertWriter(handle, statement);
    }

    /// <summary>Writes one row; null is NULL.</summary>
    public abstract ValueTask Write(object?[] values);

    /// <summary>Ends the writing.</summary>
    public abstract ValueTask Complete(CancellationToken cancel);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    private sealed class CopyWriter(NpgsqlBinaryImporter importer, (string Name, BulkType Type)[] columns) : BulkWriter
    {
        public override async ValueTask Write(object?[] values)
        {
            await importer.StartRowAsync();
            for (var i = 0; i < values.Length; i++)
                if (values[i] is not { } value) await importer.WriteNullAsync();
                else if (columns[i].Type == BulkType.Text) await importer.WriteAsync((string)value, NpgsqlDbType.Text);
                else if (columns[i].Type == BulkType.Flag) await importer.WriteAsync((bool)value, NpgsqlDbType.Boolean);
                else if (columns[i].Type == BulkType.Bytes) await importer.WriteAsync((byte[])value, NpgsqlDbType.Bytea);
                else if (columns[i].Type == BulkType.Small) await importer.WriteAsync(Convert.ToInt32(value, null), NpgsqlDbType.Integer);
                else await importer.WriteAsync(Convert.ToInt64(value, null), NpgsqlDbType.Bigint);
        }

        public override async ValueTask Complete(CancellationToken cancel) => await importer.CompleteAsync(cancel);

        public override ValueTask DisposeAsync() => importer.DisposeAsync();
    }

    // A statement whose places are bound by their number: the provider looks each up by its name at every row, a tenth of all the time.
    private sealed class InsertWriter(sqlite3 connection, sqlite3_stmt statement) : BulkWriter
    {
        public override ValueTask Write(object?[] values)
        {
            for (var i = 0; i < values.Length; i++) Must(Bind(i + 1, values[i]), raw.SQLITE_OK);
            Must(raw.sqlite3_step(statement), raw.SQLITE_DONE);
            Must(raw.sqlite3_reset(statement), raw.SQLITE_OK);
            return ValueTask.CompletedTask;
        }

        public override ValueTask Complete(CancellationToken cancel) => ValueTask.CompletedTask;

        public override ValueTask DisposeAsync()
        {
            statement.Dispose();
            return ValueTask.CompletedTask;
        }

        private int Bind(int place, object? value) => value switch
        {
            null => raw.sqlite3_bind_null(statement, place),
            string text => raw.sqlite3_bind_text(statement, place, text),
            byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, place, 0),
            byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
            bool flag => raw.sqlite3_bind_int(statement, place, flag ? 1 : 0),
            _ => raw.sqlite3_bind_int64(statement, place, Convert.ToInt64(value, null)),
        };

        private void Must(int code, int expected)
        {
            if (code != expected) SqliteException.ThrowExceptionForRC(code, connection);
        }
    }
}
