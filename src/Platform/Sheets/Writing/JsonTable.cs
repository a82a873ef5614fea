using System.Text.Json;
using Qingdan.Platform.Web;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>Writes one JSON array of objects with the columns' keys; empty cells are left out.</summary>
internal static class JsonTable
{
    private const int Piece = 64 * 1024;

    public static async Task Write(Stream target, SheetSpec spec, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel)
    {
        var keys = spec.Columns.Select(c => JsonEncodedText.Encode(c.Key ?? c.Header, JsonText.Readable.Encoder)).ToArray();
        await using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Encoder = JsonText.Readable.Encoder });
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            json.WriteStartObject();
            for (var i = 0; i < keys.Length; i++) Write(json, keys[i], CellValue.Bare(row[i]));
            json.WriteEndObject();
            if (json.BytesPending > Piece) await json.FlushAsync(cancel);
        }
        json.WriteEndArray();
        await json.FlushAsync(cancel);
    }

    private static void Write(Utf8JsonWriter json, JsonEncodedText key, object? value)
    {
        switch (value)
        {
            case null: break;
            case bool flag: json.WriteBoolean(key, flag); break;
            case int number: json.WriteNumber(key, number); break;
            case long number: json.WriteNumber(key, number); break;
            case decimal number: json.WriteNumber(key, number); break;
            case double number when double.IsFinite(number): json.WriteNumber(key, number); break;
            case DateTimeOffset instant: json.WriteString(key, instant.ToUniversalTime()); break;
            default: json.WriteString(key, CellValue.Text(value)); break;
        }
    }
}
