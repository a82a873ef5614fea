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

    // What the serializer lets pass: a place of a list or a dictionary that holds nothing, two names of an enum joined to a number that names none.
    private static string? Hollow(ResourceContent content)
    {
        if (!Known(content.Share)) return "share";
        if (!Known(content.OpenType)) return "openType";
        if (!Known(content.Frequency)) return "frequency";
        if (content.Elements.Any(e => e.Value is null)) return "elements";
        return content.Items.Any(i => i is null || !Known(i.Share) || !Known(i.OpenType) || i.Elements.Any(e => e.Value is null)) ? "items" : null;
    }

    private static bool Known<T>(T? value) where T : struct, Enum => value is not { } given || Enum.IsDefined(given);

    private static Fault Refusal(string? place) => new(
        "catalog.body.invalid", "提交的内容读不出来，问题在“{0}”：请改正写法和取值后再提交。在网页上遇到的，请重新打开这一页。", place is { Length: > 0 } ? place : null, FaultKind.Invalid, place is { Length: > 0 } ? place : "JSON");
}
