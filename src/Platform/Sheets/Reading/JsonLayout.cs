using System.Text.Json;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>An array of objects somewhere in a JSON document, or the lines of one.</summary>
/// <param name="Path">Names that lead to it, joined by "."; empty for the document itself.</param>
/// <param name="Depth">How deep the array stands; -1 for objects one after the other.</param>
internal sealed record JsonArray(string Path, int Depth)
{
    private readonly Dictionary<string, int> _places = [];
    private int _next;

    public List<string> Keys { get; } = [];

    public int Rows { get; set; }

    public bool OnlyObjects { get; set; } = true;

    public void See(ref Utf8JsonReader reader)
    {
        // Objects of one array name their keys in one order nearly always.
        if (_next < Keys.Count && reader.ValueTextEquals(Keys[_next]))
        {
            _next++;
            return;
        }
        var key = reader.GetString()!;
        if (_places.TryAdd(key, Keys.Count)) Keys.Add(key);
        _next = _places[key] + 1;
        if (Keys.Count > SheetLimits.Columns * 5) throw new SheetException(SheetFaults.TooManyColumns(Keys.Count));
    }

    public void NextRow()
    {
        _next = 0;
        if (++Rows > SheetLimits.Rows) throw new SheetException(SheetFaults.TooManyRows);
    }
}

/// <summary>Reads a whole JSON text once, token by token: that it is well-formed and complete, and which arrays of objects it holds.</summary>
internal sealed class JsonLayout
{
    private readonly List<string> _path = [];
    private readonly JsonArray _lines = new("", -1);
    private JsonArray? _array;
    private long _firstEnd = long.MaxValue;
    private int _documents;

    private List<JsonArray> Arrays { get; } = [];

    /// <summary>The arrays that are tables, the largest first.</summary>
    public static (SheetFormat Format, List<JsonArray> Tables) Find(Stream stream, string encoding)
    {
        using var pump = new JsonPump(stream, encoding);
        var layout = new JsonLayout();
        try
        {
            do
            {
                var reader = pump.Reader();
                while (reader.Read()) layout.See(ref reader, pump);
                pump.Consume(reader.BytesConsumed, reader.CurrentState);
            }
            while (pump.Fill());
        }
        catch (JsonException e)
        {
            throw pump.Refuse(e);
        }
        catch (InvalidOperationException e)
        {
            // A key with half a surrogate pair.
            throw new SheetException(SheetFaults.JsonSyntax(1), e);
        }
        return layout.Judge(pump.FirstBreak);
    }

    private (SheetFormat Format, List<JsonArray> Tables) Judge(long firstBreak)
    {
        var tables = Arrays.Where(a => a is { OnlyObjects: true, Rows: > 0 }).OrderByDescending(a => a.Rows).ToList();
        var lines = _lines.OnlyObjects && _firstEnd <= firstBreak;
        if (_documents > 1) return lines ? (SheetFormat.Ndjson, [_lines]) : throw new SheetException(SheetFaults.JsonTwoDocuments);
        if (tables.Count > 0) return (SheetFormat.Json, tables);
        return lines && _lines.Keys.Count > 0 ? (SheetFormat.Ndjson, [_lines]) : throw new SheetException(SheetFaults.JsonNoTable);
    }

    private void See(ref Utf8JsonReader reader, JsonPump pump)
    {
        var (token, depth) = (reader.TokenType, reader.CurrentDepth);
        var opens = token is not (JsonTokenType.EndArray or JsonTokenType.EndObject or JsonTokenType.PropertyName);
        if (depth == 0) SeeDocument(token, opens, pump.Place + reader.TokenStartIndex, pump.FirstBreak);
        if (token == JsonTokenType.PropertyName && depth == 1) _lines.See(ref reader);
        if (_array is { } array) SeeInArray(ref reader, array, token, depth, opens);
        else if (token == JsonTokenType.StartArray) Arrays.Add(_array = new(string.Join('.', _path.Take(depth)), depth));
        else if (token == JsonTokenType.PropertyName)
        {
            _path.RemoveRange(depth - 1, Math.Max(0, _path.Count - depth + 1));
            _path.Add(reader.GetString()!);
        }
    }

    private void SeeDocument(JsonTokenType token, bool opens, long place, long firstBreak)
    {
        if (opens)
        {
            _documents++;
            if (token != JsonTokenType.StartObject || (_documents == 2 && place < firstBreak)) _lines.OnlyObjects = false;
            if (token == JsonTokenType.StartObject) _lines.NextRow();
        }
        else if (_documents == 1) _firstEnd = place;
    }

    private void SeeInArray(ref Utf8JsonReader reader, JsonArray array, JsonTokenType token, int depth, bool opens)
    {
        if (depth == array.Depth) _array = null;
        else if (depth == array.Depth + 2 && token == JsonTokenType.PropertyName) array.See(ref reader);
        else if (depth == array.Depth + 1 && token == JsonTokenType.StartObject) array.NextRow();
        else if (depth == array.Depth + 1 && opens) array.OnlyObjects = false;
    }
}
