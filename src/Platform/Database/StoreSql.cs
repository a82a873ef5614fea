using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Qingdan.Platform.Database;

/// <summary>Bare SQL on the unit of work's own connection and transaction, for what is set-based.</summary>
public static class StoreSql
{
    /// <summary>The running transaction, if any.</summary>
    public static DbTransaction? Transaction(this Store store) => store.Database.CurrentTransaction?.GetDbTransaction();

    /// <summary>An open connection of this unit of work.</summary>
    public static async Task<DbConnection> Open(this Store store, CancellationToken cancel)
    {
        await store.Database.OpenConnectionAsync(cancel);
        return store.Database.GetDbConnection();
    }

    /// <summary>A command with named parameters: <c>store.Command("… @unit", ("unit", 7))</c>. The text is a constant, values are parameters.</summary>
    public static async Task<DbCommand> Command(this Store store, string sql, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        var command = (await store.Open(cancel)).CreateCommand();
        command.Transaction = store.Transaction();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    public static async Task<int> Execute(this Store store, string sql, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await using var command = await store.Command(sql, cancel, parameters);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Runs a query and reads each row with <paramref name="read"/>.</summary>
    public static async Task<List<T>> Query<T>(this Store store, string sql, Func<DbDataReader, T> read, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await using var command = await store.Command(sql, cancel, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Runs a query and hands each row on as it comes; on PostgreSQL nothing else can be asked on this unit of work meanwhile.</summary>
    public static async IAsyncEnumerable<T> Stream<T>(this Store store, string sql, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await using var command = await store.Command(sql, cancel, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) yield return read(reader);
    }
}
