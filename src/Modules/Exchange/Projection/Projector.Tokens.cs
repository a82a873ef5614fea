using System.Text.Json;
using System.Text.Unicode;

namespace Qingdan.Exchange.Projection;

/// <summary>Reads token by token: whatever the pieces in which they come, the outcome is the same.</summary>
internal sealed partial class Projector
{
    private const int Nothing = -1;
    private ProjectionPlan _plan = null!;
    private JsonReaderState _state;
    private Frame[] _frames = [];
    private int _open;

    // The depth at which what is skipped or copied whole began; Nothing when it is neither.
    private int _skipped, _copied;
    private PlanNode? _next;
    private bool _begun, _done, _found;

    // Of each node, the object in which its name was seen last. Objects are numbered on and on, so that nothing needs clearing.
    private long[] _seen = [];
    private long _object;

    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    private void BeginTokens(IReadOnlyList<string> expected)
    {
        // One level more than is allowed, so that it is ours to say what is wrong.
        _state = new JsonReaderState(new JsonReaderOptions { MaxDepth = _limits.Depth + 1 });
        (_open, _skipped, _copied, _next, _begun, _done, _found) = (0, Nothing, Nothing, null, false, false, false);
        if (_frames.Length < _limits.Depth + 1) _frames = new Frame[_limits.Depth + 1];
        if (_seen.Length < _plan.Nodes) Array.Resize(ref _seen, _plan.Nodes);
        _names.Clear();
        BeginVerifying(expected);
    }

    private int Take(ReadOnlySpan<byte> bytes, bool final)
    {
        var used = _begun || !bytes.StartsWith(Bom) ? 0 : Bom.Length;
        var ending = false;
        _begun = true;
        try
        {
            var reader = new Utf8JsonReader(bytes[used..], isFinalBlock: false, _state);
            Read(ref reader, bytes[used..]);
            used += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            if (!final || Refusal != Refusal.None) return used;
            // What is wrong only because nothing more comes is cut off.
            ending = true;
            reader = new Utf8JsonReader(bytes[used..], isFinalBlock: true, _state);
            Read(ref reader, bytes[used..]);
            End();
            return used + (int)reader.BytesConsumed;
        }
        catch (JsonException)
        {
            Refusal = _done ? Refusal.Trailing : ending ? Refusal.Truncated : Refusal.NotJson;
            return used;
        }
    }

    private void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        while (Refusal == Refusal.None && reader.Read())
        {
            var type = reader.TokenType;
            if (reader.BytesConsumed - reader.TokenStartIndex > _limits.Token) Refusal = Refusal.TokenTooLong;
            else if (type is JsonTokenType.String or JsonTokenType.PropertyName && !Utf8.IsValid(reader.ValueSpan)) Refusal = Refusal.NotText;
            else if (Starts(type) && reader.CurrentDepth >= _limits.Depth) Refusal = Refusal.TooDeep;
            else if (_skipped != Nothing)
            {
                if (Ends(type) && reader.CurrentDepth == _skipped) _skipped = Nothing;
            }
            else if (_copied != Nothing) Copy(ref reader, bytes);
            else Walk(ref reader, bytes);
            _done = reader.CurrentDepth == 0 && !Starts(type);
        }
    }

    // On the way to items.
    private void Walk(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        if (Ends(reader.TokenType)) Leave();
        else if (reader.TokenType == JsonTokenType.PropertyName) _next = Named(ref reader);
        else if (_open == 0) Value(_plan.Root, ref reader, bytes);
        else Value(_frames[_open - 1].IsObject ? _next : _frames[_open - 1].Node.Each, ref reader, bytes);
    }

    private PlanNode? Named(ref Utf8JsonReader reader)
    {
        var frame = _frames[_open - 1];
        if (frame.Node.Find(Text(ref reader)) is not { } node) return null;
        if (_seen[node.Number] == frame.Object) Refusal = Refusal.DuplicateName;
        _seen[node.Number] = frame.Object;
        return node;
    }

    private void Value(PlanNode? node, ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        var type = reader.TokenType;
        if (node is not null) Count(node, type);
        if (node is null || !Fits(node, type))
        {
            if (Starts(type)) _skipped = reader.CurrentDepth;
        }
        else if (node.Item is { } item) Item(node, item, ref reader, bytes);
        else if (type != JsonTokenType.Null) Enter(node, type == JsonTokenType.StartObject);
    }

    // A null on the way leads nowhere, but is no mistake.
    private static bool Fits(PlanNode node, JsonTokenType type) =>
        node.Item is not null || type == JsonTokenType.Null || (type == JsonTokenType.StartObject && node.HasNames) || (type == JsonTokenType.StartArray && node.Each is not null);

    private void Count(PlanNode node, JsonTokenType type)
    {
        // A list of rows is an array, a single row an object unless it is itself an item; null in the place of either: there are none.
        if (node.HoldsRows && (type == JsonTokenType.Null || (node.IsRow ? type == JsonTokenType.StartObject || node.Item is not null : type == JsonTokenType.StartArray))) _found = true;
        if (!node.IsRow || (node.HoldsRows && type == JsonTokenType.Null)) return;
        if (++Rows > _limits.Rows) Refusal = Refusal.TooManyRows;
        BeginRow();
    }

    private void Enter(PlanNode node, bool isObject)
    {
        WriteName(node);
        _frames[_open++] = new Frame(node, isObject, ++_object);
        if (!Passes) return;
        if (isObject) _writer.WriteStartObject();
        else _writer.WriteStartArray();
    }

    private void Leave()
    {
        var frame = _frames[--_open];
        if (frame.Node.IsRow) EndRow();
        if (!Passes) return;
        if (frame.IsObject) _writer.WriteEndObject();
        else _writer.WriteEndArray();
    }

    private void WriteName(PlanNode node)
    {
        if (Passes && _open > 0 && _frames[_open - 1].IsObject) _writer.WritePropertyName(node.Written);
    }

    private void End()
    {
        if (Refusal == Refusal.None && !_found) Refusal = Refusal.RowsMissing;
        if (Refusal != Refusal.None) return;
        if (!Passes) WriteVerdict();
        // A document that is nothing but null.
        else if (_writer.BytesCommitted + _writer.BytesPending == 0) _writer.WriteNullValue();
    }

    private static bool Starts(JsonTokenType type) => type is JsonTokenType.StartObject or JsonTokenType.StartArray;

    private static bool Ends(JsonTokenType type) => type is JsonTokenType.EndObject or JsonTokenType.EndArray;

    private readonly record struct Frame(PlanNode Node, bool IsObject, long Object);
}
