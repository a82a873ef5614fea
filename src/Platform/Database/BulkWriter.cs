using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

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
        var command = ((SqliteConnection)connection).CreateCommand();
        command.Transaction = (SqliteTransaction?)store.Transaction();
        command.CommandText = $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        command.Prepare();
        return new InsertWriter(command);
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
                else if (columns[i].Type == BulkType.Small) await importer.WriteAsync(Convert.ToInt32(value, null), NpgsqlDbType.Integer);
                else await importer.WriteAsync(Convert.ToInt64(value, null), NpgsqlDbType.Bigint);
        }

        public override async ValueTask Complete(CancellationToken cancel) => await importer.CompleteAsync(cancel);

        public override ValueTask DisposeAsync() => importer.DisposeAsync();
    }

    private sealed class InsertWriter(SqliteCommand command) : BulkWriter
    {
        public override ValueTask Write(object?[] values)
        {
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
            return ValueTask.CompletedTask;
        }

        public override ValueTask Complete(CancellationToken cancel) => ValueTask.CompletedTask;

        public override ValueTask DisposeAsync() => command.DisposeAsync();
    }
}
