using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>Writes CSV: UTF-8 with byte order mark, CRLF, texts that look like formulas guarded by an apostrophe. Title and line are left out.</summary>
internal static class CsvTable
{
    public static async Task Write(Stream target, SheetSpec spec, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel)
    {
        await using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture), leaveOpen: true);
        foreach (var column in spec.Columns) csv.WriteField(FormulaGuard.Guard(column.Header));
        await csv.NextRecordAsync();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            foreach (var cell in row) csv.WriteField(Field(CellValue.Bare(cell)));
            await csv.NextRecordAsync();
        }
    }

    // A number may begin with a minus; only texts are guarded.
    private static string Field(object? value) => value is string ? FormulaGuard.Guard(CellValue.Text(value)) : CellValue.Text(value);
}
