using System.Globalization;
using System.Text.Json;
using Qingdan.Exchange.Projection;

namespace Qingdan.Exchange.Mounts.Trial;

/// <summary>What values were seen at a place of an answer. Kinds alone: no value is kept.</summary>
[Flags]
internal enum ValueKinds
{
    None = 0,
    Text = 1,

    /// <summary>A text that reads as a number.</summary>
    NumberText = 2,

    Number = 4,
    Boolean = 8,
    Object = 16,
    Array = 32,
    Null = 64,
}

/// <summary>A place of an answer at which values were seen.</summary>
/// <param name="Path">As a mount writes it: from a row where it lies in one.</param>
/// <param name="Name">The innermost name on the way; empty for none.</param>
/// <param name="Kinds">What was seen.</param>
internal sealed record AnswerField(string Path, string Name, ValueKinds Kinds);

/// <summary>Reads off an answer which places it has.</summary>
internal static class AnswerShape
{
    private const int MostElements = 200, MostFields = 500;

    /// <summary>All places with values, in the order of the answer. Of long arrays the first elements are looked at.</summary>
    public static IReadOnlyList<AnswerField> Fields(JsonElement answer, JsonPath rows)
    {
        var fields = new OrderedDictionary<string, AnswerField>(StringComparer.Ordinal);
        Walk(answer, []);
        return [.. fields.Values];

        void Walk(JsonElement value, string?[] at)
        {
            if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any())
                foreach (var property in value.EnumerateObject()) Walk(property.Value, [.. at, property.Name]);
            else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
                foreach (var element in value.EnumerateArray().Take(MostElements)) Walk(element, [.. at, null]);
            else if (Place(at, rows) is var path && fields.TryGetValue(path, out var seen)) fields[path] = seen with { Kinds = seen.Kinds | KindOf(value) };
            else if (fields.Count < MostFields) fields[path] = new AnswerField(path, Array.FindLast(at, s => s is not null) ?? "", KindOf(value));
        }
    }

    /// <summary>The first array of objects, as a path for rows; null when there is none. The root itself for a single object.</summary>
    public static string? RowsOf(JsonElement answer)
    {
        var open = new Queue<(JsonElement Value, string?[] At)>([(answer, [])]);
        while (open.TryDequeue(out var next))
        {
            if (next.Value.ValueKind == JsonValueKind.Array && next.Value.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Object)) return new JsonPath(true, [.. next.At, null]).ToString();
            if (next.Value.ValueKind != JsonValueKind.Object) continue;
            foreach (var property in next.Value.EnumerateObject()) open.Enqueue((property.Value, [.. next.At, property.Name]));
        }
        return answer.ValueKind == JsonValueKind.Object ? "$" : null;
    }

    /// <summary>The texts at a place, for what dates the data.</summary>
    public static IEnumerable<string> Texts(JsonElement value, ReadOnlyMemory<string?> steps)
    {
        if (steps.IsEmpty) return value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? [value.ToString()] : [];
        return (steps.Span[0], value.ValueKind) switch
        {
            (null, JsonValueKind.Array) => value.EnumerateArray().SelectMany(e => Texts(e, steps[1..])),
            ({ } name, JsonValueKind.Object) when value.TryGetProperty(name, out var next) => Texts(next, steps[1..]),
            _ => [],
        };
    }

    private static string Place(string?[] at, JsonPath rows) =>
        at.Length >= rows.Steps.Length && at.AsSpan(0, rows.Steps.Length).SequenceEqual(rows.Steps.AsSpan()) ? new JsonPath(false, [.. at[rows.Steps.Length..]]).ToString() : new JsonPath(true, [.. at]).ToString();

    private static ValueKinds KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? ValueKinds.NumberText : ValueKinds.Text,
        JsonValueKind.Number => ValueKinds.Number,
        JsonValueKind.True or JsonValueKind.False => ValueKinds.Boolean,
        JsonValueKind.Object => ValueKinds.Object,
        JsonValueKind.Array => ValueKinds.Array,
        _ => ValueKinds.Null,
    };
}
