using Qingdan.Platform.Files;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>The one way to write a table to a file. Rows are streamed; memory does not grow with them.</summary>
public static class SheetWriter
{
    /// <summary>Most rows of a sheet of a workbook, title and header among them.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Writes one table in the format asked for.</summary>
    public static Task Write(TableFormat format, Stream target, SheetSpec spec, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel) => format switch
    {
        TableFormat.Csv => CsvTable.Write(target, spec, rows, cancel),
        TableFormat.Json => JsonTable.Write(target, spec, rows, cancel),
        _ => WriteWorkbook(target, [new(spec, rows)], cancel),
    };

    /// <summary>
    /// Writes a workbook of several sheets. It is made in a temporary file, because its parts are written synchronously and
    /// because a query that fails half-way must not leave half a workbook with the reader.
    /// Throws <see cref="SheetException"/> when a sheet gets more rows than Excel takes.
    /// </summary>
    public static async Task WriteWorkbook(Stream target, IReadOnlyList<SheetTable> sheets, CancellationToken cancel)
    {
        await using var file = TemporaryFile.Open();
        await WorkbookTable.Write(file, sheets, cancel);
        file.Position = 0;
        await file.CopyToAsync(target, cancel);
    }

    /// <summary>Media type of a format.</summary>
    public static string MediaType(TableFormat format) => format switch
    {
        TableFormat.Csv => "text/csv; charset=utf-8",
        TableFormat.Json => "application/json; charset=utf-8",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
}
