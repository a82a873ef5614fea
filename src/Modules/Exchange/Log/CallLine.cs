using System.Buffers;
using System.Text.Json;

namespace Qingdan.Exchange.Log;

/// <summary>A record as one line of JSON in the form of RFC 8785: what is chained, kept in the spool and exported. Written by hand since it is written for every call; <c>CanonicalJson</c> gives the same bytes.</summary>
internal static class CallLine
{
    /// <summary>The longest line that is taken.</summary>
    public const int Most = 65_535;

    // Names, punctuation, numbers and digests.
    private const int Fixed = 800;

    /// <summary>Writes the line of a record.</summary>
    public static void Write(CallRecord call, IBufferWriter<byte> target)
    {
        var pen = new LinePen(target.GetSpan(Fixed + LinePen.MostBytes * (call.Purpose.Length + call.Items.Length + call.Reason.Length)));
        pen.Raw("{\"answer\":\""u8);
        pen.Hex(call.Answer);
        pen.Raw("\",\"application\":"u8);
        pen.Number(call.ApplicationId);
        pen.Raw(",\"at\":"u8);
        pen.Number(call.At.ToUnixTimeMilliseconds());
        pen.Raw(",\"bytes\":"u8);
        pen.Number(call.Bytes);
        pen.Raw(",\"consumer\":"u8);
        pen.Number(call.ConsumerId);
        pen.Raw(",\"entry\":"u8);
        pen.Number(call.EntryId);
        pen.Raw(",\"grant\":"u8);
        pen.Number(call.GrantId);
        pen.Raw(",\"id\":"u8);
        pen.Number(call.Id);
        pen.Raw(",\"items\":\""u8);
        pen.Text(call.Items);
        pen.Raw("\",\"milliseconds\":"u8);
        pen.Number(call.Milliseconds);
        pen.Raw(",\"provider\":"u8);
        pen.Number(call.ProviderId);
        pen.Raw(",\"purpose\":\""u8);
        pen.Text(call.Purpose);
        pen.Raw("\",\"reason\":\""u8);
        pen.Text(call.Reason);
        pen.Raw("\",\"request\":\""u8);
        pen.Hex(call.Request);
        pen.Raw("\",\"resource\":"u8);
        pen.Number(call.ResourceId);
        pen.Raw(",\"result\":\""u8);
        pen.Raw(Name(call.Result));
        pen.Raw("\",\"rows\":"u8);
        pen.Number(call.Rows);
        pen.Raw(",\"sequence\":"u8);
        pen.Number(call.Sequence);
        pen.Raw(",\"status\":"u8);
        pen.Number(call.Status);
        pen.Raw("}"u8);
        target.Advance(pen.Length);
    }

    /// <summary>The record of a line that this program wrote.</summary>
    public static CallRecord Read(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        json.Read();
        // In the order of the line.
        var (answer, application, at, bytes) = (Hex(ref json), Number(ref json), Number(ref json), Number(ref json));
        var (consumer, entry, grant, id) = (Number(ref json), Number(ref json), Number(ref json), Number(ref json));
        var (items, milliseconds, provider, purpose) = (Text(ref json), Number(ref json), Number(ref json), Text(ref json));
        var (reason, request, resource, result) = (Text(ref json), Hex(ref json), Number(ref json), Text(ref json));
        var (rows, sequence, status) = (Number(ref json), Number(ref json), Number(ref json));
        return new CallRecord
        {
            Id = id, At = DateTimeOffset.FromUnixTimeMilliseconds(at), ApplicationId = application, ConsumerId = consumer, ProviderId = provider, ResourceId = resource, GrantId = grant, EntryId = entry,
            Purpose = purpose, Items = items, Rows = rows, Bytes = bytes, Milliseconds = (int)milliseconds, Status = (int)status, Result = Enum.Parse<CallResult>(result), Reason = reason,
            Request = request, Answer = answer, Sequence = sequence,
        };
    }

    private static ReadOnlySpan<byte> Name(CallResult result) => result switch
    {
        CallResult.Answered => "Answered"u8, CallResult.Cut => "Cut"u8, CallResult.Refused => "Refused"u8, CallResult.ProviderFailed => "ProviderFailed"u8, CallResult.CallerLeft => "CallerLeft"u8, CallResult.Begun => "Begun"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private static long Number(ref Utf8JsonReader json)
    {
        Value(ref json);
        return json.GetInt64();
    }

    private static string Text(ref Utf8JsonReader json)
    {
        Value(ref json);
        return json.GetString()!;
    }

    private static byte[]? Hex(ref Utf8JsonReader json)
    {
        Value(ref json);
        return json.ValueSpan.IsEmpty ? null : Convert.FromHexString(json.ValueSpan);
    }

    private static void Value(ref Utf8JsonReader json)
    {
        json.Read();
        json.Read();
    }
}
