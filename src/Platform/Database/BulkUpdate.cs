using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Qingdan.Platform.Database;

/// <summary>Writes some columns of many entities, untracked, inside the caller's transaction: PostgreSQL in one statement, SQLite by a prepared one.</summary>
public static class BulkUpdate
{
    /// <summary>
    /// Writes the named properties; of rows that people change also what <see cref="EditedRows.Touch"/> has set, and only where nobody else has changed the row meanwhile.
    /// Returns how many rows were written: fewer than given means that somebody was first.
    /// </summary>
    public static async Task<int> UpdateMany<T>(this Store store, IReadOnlyCollection<T> rows, IReadOnlyList<string> properties, CancellationToken cancel) where T : class
    {
        if (rows.Count == 0) return 0;
        var type = store.Model.FindEntityType(typeof(T))!;
        string[] touched = typeof(IEditedRow).IsAssignableFrom(typeof(T)) ? [nameof(IEditedRow.Edit), nameof(IEditedRow.Revision), nameof(IEditedRow.ChangedAt)] : [];
        IProperty[] columns = [type.FindPrimaryKey()!.Properties.Single(), .. properties.Concat(touched).Select(name => type.FindProperty(name)!)];
        return store.Engine == Engine.Postgres ? await AtOnce(store, type.GetTableName()!, columns, rows, cancel) : await OneByOne(store, type.GetTableName()!, columns, rows, cancel);
    }

    private static async Task<int> AtOnce(Store store, string table, IProperty[] columns, IReadOnlyCollection<object> rows, CancellationToken cancel)
    {
        var names = columns.Select(c => c.GetColumnName()).ToArray();
        var places = string.Join(", ", names.Select((_, i) => $"@v{i.ToString(CultureInfo.InvariantCulture)}"));
        return await store.Execute(
            $"UPDATE {table} t SET {Sets(columns, "v.")} FROM unnest({places}) AS v ({string.Join(", ", names)}) WHERE t.{names[0]} = v.{names[0]}{Guard(columns, "t.", "v.edit")}",
            cancel, [.. columns.Select((c, i) => ($"v{i.ToString(CultureInfo.InvariantCulture)}", (object?)Values(c, rows)))]);
    }

    private static async Task<int> OneByOne(Store store, string table, IProperty[] columns, IReadOnlyCollection<object> rows, CancellationToken cancel)
    {
        await using var command = await store.Command($"UPDATE {table} SET {Sets(columns, "@")} WHERE {columns[0].GetColumnName()} = @{columns[0].GetColumnName()}{Guard(columns, "", "@edit")}", cancel,
            [.. columns.Select(c => (c.GetColumnName(), (object?)null))]);
        var written = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) command.Parameters[i].Value = BulkInsert.Stored(columns[i], row) ?? DBNull.Value;
            written += await command.ExecuteNonQueryAsync(cancel);
        }
        return written;
    }

    private static string Sets(IProperty[] columns, string from) => string.Join(", ", columns.Skip(1).Select(c => $"{c.GetColumnName()} = {from}{c.GetColumnName()}"));

    private static string Guard(IProperty[] columns, string of, string edit) => columns.Any(c => c.Name == nameof(IEditedRow.Edit)) ? $" AND {of}edit = {edit} - 1" : "";

    // PostgreSQL wants arrays of a type.
    private static Array Values(IProperty column, IReadOnlyCollection<object> rows)
    {
        var values = rows.Select(row => BulkInsert.Stored(column, row));
        return BulkInsert.Type(column) switch
        {
            BulkType.Text => values.Cast<string?>().ToArray(),
            BulkType.Flag => values.Cast<bool?>().ToArray(),
            BulkType.Small => values.Select(v => v is null ? (int?)null : Convert.ToInt32(v, CultureInfo.InvariantCulture)).ToArray(),
            _ => values.Select(v => v is null ? (long?)null : Convert.ToInt64(v, CultureInfo.InvariantCulture)).ToArray(),
        };
    }
}
