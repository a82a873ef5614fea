using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Versions;

/// <summary>Reads a content that comes from outside: the body of the API, the hidden part of a form. What this program stored itself needs no such care.</summary>
internal static class ContentJson
{
    /// <summary>The body of a request.</summary>
    public static async Task<Result<ResourceContent>> Read(HttpRequest request, CancellationToken cancel)
    {
        using var body = new StreamReader(request.Body);
        return Read(await body.ReadToEndAsync(cancel));
    }

    /// <summary>The content, or a refusal that names the place.</summary>
    public static Result<ResourceContent> Read(string? json)
    {
        try
        {
            return JsonSerializer.Deserialize<ResourceContent>(json ?? "", JsonText.Readable) is not { } content ? Refusal(null) : Hollow(content) is { } place ? Refusal(place) : content;
        }
        catch (JsonException broken)
        {
            return Refusal(broken.Path?.TrimStart('$').TrimStart('.'));
        }
    }

    // Where a list or a dictionary holds nothing at a place: the serializer lets that pass.
    private static string? Hollow(ResourceContent content)
    {
        if (content.Elements.Any(e => e.Value is null)) return "elements";
        return content.Items.Any(i => i is null || i.Elements.Any(e => e.Value is null)) ? "items" : null;
    }

    private static Fault Refusal(string? place) => new(
        "catalog.body.invalid", "提交的内容读不出来，问题在“{0}”：请改正写法和取值后再提交。在网页上遇到的，请重新打开这一页。", place is { Length: > 0 } ? place : null, FaultKind.Invalid, place is { Length: > 0 } ? place : "JSON");
}
