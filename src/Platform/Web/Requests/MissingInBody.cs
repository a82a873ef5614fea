using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Web.Requests;

/// <summary>What the JSON of a request lacks, by the fields.</summary>
internal static partial class MissingInBody
{
    /// <summary>A fault for each field that is owed and absent; none when it is another thing that is wrong.</summary>
    public static IReadOnlyList<Fault> Of(BadHttpRequestException bad)
    {
        if (bad.InnerException is not JsonException unfit || Listed().Match(unfit.Message) is not { Success: true } listed) return [];
        var place = unfit.Path is { Length: > 2 } path ? path[2..] + "." : "";
        return [.. Name().Matches(listed.Groups[1].Value).Select(m => place + m.Groups[1].Value).Select(field => new Fault("api.body.field.missing", "请求里缺少“{0}”。", field, FaultKind.Invalid, field))];
    }

    // The serializer names the fields nowhere but in its sentence, the type first: a test holds it to that.
    [GeneratedRegex(@"missing required properties including: (.*?)(?: Path: |$)", RegexOptions.Singleline)]
    private static partial Regex Listed();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Name();
}
