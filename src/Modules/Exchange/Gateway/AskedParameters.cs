using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Qingdan.Exchange.Decisions;
using Qingdan.Exchange.Mounts;
using Qingdan.Exchange.Projection;

namespace Qingdan.Exchange.Gateway;

/// <summary>
/// What a caller asks with, read strictly: each name exactly as the mount has it and once, nothing else; a value that filters by an item only where the item is granted, and any other value only where the mount allows it. So nothing that was not granted
/// can be found out by filter, sort or body, in whatever case or spelling.
/// </summary>
internal sealed class AskedParameters
{
    /// <summary>Before the number of an item, in a verification: what the caller says of it.</summary>
    public const string Verify = "verify-";

    private const int MostBody = 64 * 1024, Deep = 2;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private AskedParameters()
    {
    }

    /// <summary>The caller's value of a parameter; null for none.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The question as one text, however it was spelled: what its digest in the log is made of.</summary>
    public byte[] Canonical(long mount) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{mount}\n{string.Join('\n', _values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}"))}"));

    /// <summary>What the caller says of the verified items, in the plan's order.</summary>
    public string[] Expected(ProjectionPlan plan) => [.. plan.Verified.Select(i => _values[Name(i)])];

    /// <summary>Reads a call; what is wrong first.</summary>
    public static async ValueTask<(AskedParameters Asked, CallRefusal Why)> Read(HttpRequest request, Service service, GrantRow grant, ProjectionPlan plan, CancellationToken cancel)
    {
        var asked = new AskedParameters();
        // The forwarder would hand on what asks for another protocol.
        if (request.HttpContext.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }) return (asked, CallRefusal.BadRequest);
        var why = service.Mount.Method == MountMethod.Post ? await asked.TakeBody(request, cancel) : asked.TakeQuery(request);
        return (asked, why == CallRefusal.None ? asked.Check(service, grant, plan) : why);
    }

    private CallRefusal TakeQuery(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0) return CallRefusal.BadRequest;
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
            if (!_values.TryAdd(pair.DecodeName().ToString(), pair.DecodeValue().ToString())) return CallRefusal.RepeatedParameter;
        return CallRefusal.None;
    }

    // A JSON object of texts, as the provider gets it.
    private async ValueTask<CallRefusal> TakeBody(HttpRequest request, CancellationToken cancel)
    {
        if (!HttpMethods.IsPost(request.Method) || request.QueryString.HasValue || !request.HasJsonContentType()) return CallRefusal.BadRequest;
        var body = new byte[MostBody + 1];
        try
        {
            var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
            return length > MostBody ? CallRefusal.BodyTooLarge : TakeObject(body.AsSpan(0, length));
        }
        // A body that breaks the rules of HTTP.
        catch (BadHttpRequestException)
        {
            return CallRefusal.BadRequest;
        }
    }

    private CallRefusal TakeObject(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Deep });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return CallRefusal.BadRequest;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                if (!reader.Read() || reader.TokenType != JsonTokenType.String) return CallRefusal.BadRequest;
                if (!_values.TryAdd(name, reader.GetString()!)) return CallRefusal.RepeatedParameter;
            }
            return reader.TokenType == JsonTokenType.EndObject && !reader.Read() ? CallRefusal.None : CallRefusal.BadRequest;
        }
        // Of the caller's own bytes: expected. A text that is no Unicode is told by the second.
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return CallRefusal.BadRequest;
        }
    }

    private CallRefusal Check(Service service, GrantRow grant, ProjectionPlan plan)
    {
        var known = 0;
        foreach (var parameter in service.Parameters)
        {
            if (!parameter.Passed) continue;
            var given = _values.TryGetValue(parameter.Name, out var value);
            if (!given && parameter.Required) return CallRefusal.MissingParameter;
            if (!given) continue;
            if (parameter.ItemId != 0 && !Array.Exists(grant.Items, i => i.ItemId == parameter.ItemId)) return CallRefusal.ItemNotGranted;
            if (!parameter.Allows(value!)) return CallRefusal.OtherValue;
            known++;
        }
        foreach (var item in plan.Verified)
            if (_values.ContainsKey(Name(item))) known++;
            else return CallRefusal.MissingParameter;
        return known == _values.Count ? CallRefusal.None : CallRefusal.UnknownParameter;
    }

    private static string Name(long item) => string.Create(CultureInfo.InvariantCulture, $"{Verify}{item}");
}
