using System.Text;
using System.Text.Json;
using Qingdan.Exchange.Projection.Masking;

namespace Qingdan.Exchange.Projection;

/// <summary>What becomes of a granted value.</summary>
internal sealed partial class Projector
{
    private const int Kept = 128 * 1024;
    private readonly NameSet _names = new();
    private byte[] _text = new byte[256];
    private char[] _chars = new char[256], _masked = new char[256];

    private void Item(PlanNode node, PlannedItem item, ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        WriteName(node);
        var starts = Starts(reader.TokenType);
        if (!Passes) Compare(item, ref reader);
        else if (item.Treatment.Mask is { } mask) Hide(mask, ref reader);
        else
        {
            // All that is in it; from its first token on.
            if (starts) _copied = reader.CurrentDepth;
            Copy(ref reader, bytes);
        }
        if (starts && _copied == Nothing) _skipped = reader.CurrentDepth;
        if (node.IsRow) EndRow();
    }

    private void Copy(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                _names.Enter();
                _writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                _names.Leave();
                _writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                _writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                _writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                var name = Text(ref reader);
                if (Refusal == Refusal.None) Refusal = _names.Add(name);
                _writer.WritePropertyName(name);
                break;
            case JsonTokenType.String when reader.ValueIsEscaped:
                _writer.WriteStringValue(Text(ref reader));
                break;
            default:
                // As it stands: a number keeps its digits, a text its bytes. The reader knows it to be well formed.
                _writer.WriteRawValue(bytes[(int)reader.TokenStartIndex..(int)reader.BytesConsumed], skipInputValidation: true);
                break;
        }
        if (Ends(reader.TokenType) && reader.CurrentDepth == _copied) _copied = Nothing;
    }

    // A number is masked like a text; of what is neither nothing is seen. Null says that there is no value, which is none.
    private void Hide(Mask mask, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) _writer.WriteNullValue();
        else if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number)) _writer.WriteStringValue(Mask.Whole);
        else
        {
            var text = Text(ref reader);
            if (_chars.Length < text.Length) _chars = new char[text.Length * 2];
            var length = Encoding.UTF8.GetChars(text, _chars);
            if (_masked.Length < length + Mask.Beyond) _masked = new char[(length + Mask.Beyond) * 2];
            _writer.WriteStringValue(mask.Of(_chars.AsSpan(0, length), _masked));
        }
    }

    // Without escapes; empty, with a refusal, when they make no text.
    private ReadOnlySpan<byte> Text(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        if (_text.Length < reader.ValueSpan.Length) _text = new byte[reader.ValueSpan.Length * 2];
        try
        {
            return _text.AsSpan(0, reader.CopyString(_text));
        }
        // Half a surrogate pair: the framework has no other way to say it.
        catch (InvalidOperationException)
        {
            Refusal = Refusal.NotText;
            return [];
        }
    }
}
