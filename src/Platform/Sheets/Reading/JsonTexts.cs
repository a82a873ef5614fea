using System.Text;
using System.Text.Json;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Reads every name and every text of a JSON file in one pass, each with the line or the element of the outermost array it stands in.</summary>
internal sealed class JsonTexts(bool lines)
{
    private readonly List<string> _path = [];
    private readonly List<PlacedText> _found = [];
    private string _array = "";
    private int _depth = -1, _element;

    public static IEnumerable<PlacedText> All(Stream stream, string encoding, bool lines)
    {
        using var pump = new JsonPump(stream, encoding);
        var texts = new JsonTexts(lines);
        do
        {
            texts.Read(pump);
            foreach (var text in texts._found) yield return text;
        }
        while (pump.Fill());
    }

    private void Read(JsonPump pump)
    {
        _found.Clear();
        try
        {
            var reader = pump.Reader();
            while (reader.Read()) See(ref reader);
            pump.Consume(reader.BytesConsumed, reader.CurrentState);
        }
        catch (JsonException e)
        {
            throw pump.Refuse(e);
        }
    }

    private void See(ref Utf8JsonReader reader)
    {
        var (token, depth) = (reader.TokenType, reader.CurrentDepth);
        Follow(token, depth);
        if (token is not (JsonTokenType.PropertyName or JsonTokenType.String)) return;
        var text = Text(ref reader);
        if (CellText.Whole(text, out _) is { } clean) _found.Add(new(_array, _element, clean));
        if (token == JsonTokenType.String || _depth >= 0) return;
        _path.RemoveRange(depth - 1, Math.Max(0, _path.Count - depth + 1));
        _path.Add(text);
    }

    private void Follow(JsonTokenType token, int depth)
    {
        if (lines)
        {
            if (token == JsonTokenType.StartObject && depth == 0) _element++;
        }
        else if (token == JsonTokenType.EndArray && depth == _depth) (_array, _depth, _element) = ("", -1, 0);
        else if (token == JsonTokenType.StartArray && _depth < 0) (_array, _depth) = (string.Join('.', _path.Take(depth)), depth);
        else if (_depth >= 0 && depth == _depth + 1 && token is not (JsonTokenType.EndObject or JsonTokenType.EndArray)) _element++;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape: the text as it stands between the quotes.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
