using System.Text.Json;
using System.Text.Json.Serialization;

namespace Qingdan.Platform.Identity;

/// <summary>Reads a set of roles back from JSON: the framework writes read-only sets but cannot make one.</summary>
internal sealed class RoleSetConverter : JsonConverter<IReadOnlySet<string>>
{
    public override IReadOnlySet<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<HashSet<string>>(ref reader, options)!;

    public override void Write(Utf8JsonWriter writer, IReadOnlySet<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var role in value.Order(StringComparer.Ordinal)) writer.WriteStringValue(role);
        writer.WriteEndArray();
    }
}
