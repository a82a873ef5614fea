using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Qingdan.Platform.Web;

/// <summary>How this program writes JSON: camelCase, enums by name, Chinese as itself.</summary>
public static class JsonText
{
    /// <summary>For storing, exporting and answering.</summary>
    public static JsonSerializerOptions Readable { get; } = Configure(new JsonSerializerOptions());

    /// <summary>Applies the same choices to a framework's options.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        // A number may name no member at all.
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
