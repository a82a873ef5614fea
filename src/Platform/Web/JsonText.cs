using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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

    /// <summary>
    /// The same for the bodies of requests, where what is owed has to be there: an absent text is no null, an absent yes or no is no <c>false</c>.
    /// What has a default or may be null may be left out.
    /// </summary>
    public static JsonSerializerOptions ConfigureBodies(JsonSerializerOptions options)
    {
        Configure(options);
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Owe);
        return options;
    }

    private static void Owe(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property is { Set: not null, AssociatedParameter: { HasDefaultValue: false, IsNullable: false, IsMemberInitializer: false } }) property.IsRequired = true;
    }
}
