using System.Text.Json;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Reads the objects of one array, or the objects one after the other, as rows.</summary>
internal sealed class JsonRows(JsonPump pump, string path, bool lines, IReadOnlyList<string> keys)
{
    private readonly Dictionary<string, int> _places = keys.Select((key, i) => (key, i)).ToDictionary(p => p.key, p => p.i);
    private readonly List<string> _path = [];
    private int _arrayDepth = lines ? -1 : -2;

    public static IEnumerable<RawRow> Rows(Stream stream, string encoding, string path, bool lines, IReadOnlyList<string> keys)
    {
        using var pump = new JsonPump(stream, encoding);
        var rows = new JsonRows(pump, path, lines, keys);
        for (var number = 1; rows.Next() is { } document; number++)
            using (document) yield return new(number, rows.Cells(document.RootElement));
    }

    private JsonDocument? Next()
    {
        try
        {
            do
            {
                var reader = pump.Reader();
                var (consumed, state) = (0L, reader.CurrentState);
                while (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == _arrayDepth + 1)
                    {
                        if (!JsonDocument.TryParseValue(ref reader, out var document)) break;
                        pump.Consume(reader.BytesConsumed, reader.CurrentState);
                        return document;
                    }
                    if (Ends(ref reader)) return null;
                    (consumed, state) = (reader.BytesConsumed, reader.CurrentState);
                }
                pump.Consume(consumed, state);
            }
            while (pump.Fill());
            return null;
        }
        catch (JsonException e)
        {
            throw pump.Refuse(e);
        }
    }

    // Follows the names down to the array; true at its end.
    private bool Ends(ref Utf8JsonReader reader)
    {
        var (token, depth) = (reader.TokenType, reader.CurrentDepth);
        if (_arrayDepth >= 0) return token == JsonTokenType.EndArray && depth == _arrayDepth;
        if (lines) return false;
        if (token == JsonTokenType.PropertyName)
        {
            if (depth - 1 < _path.Count) _path.RemoveRange(depth - 1, _path.Count - depth + 1);
            if (depth - 1 == _path.Count) _path.Add(reader.GetString()!);
        }
        else if (token == JsonTokenType.StartArray && string.Join('.', _path.Take(depth)) == path) _arrayDepth = depth;
        return false;
    }

    private string?[] Cells(JsonElement row)
    {
        var cells = new string?[keys.Count];
        var next = 0;
        foreach (var property in row.EnumerateObject())
        {
            if (next >= keys.Count || !property.NameEquals(keys[next]))
                if (!_places.TryGetValue(property.Name, out next)) { next = 0; continue; }
            cells[next++] = Text(property.Value);
        }
        return cells;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => String(value),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)) => string.Join('；', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };

    private static string String(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape: the text as it stands between the quotes.
            return value.GetRawText()[1..^1];
        }
    }
}
