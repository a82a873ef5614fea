using System.Text.Json;

namespace Qingdan.App.Audit;

/// <summary>Before and after of an event as a table: one row for each field, what changed first.</summary>
internal static class AuditDifference
{
    /// <param name="before">JSON, or null.</param>
    /// <param name="after">JSON, or null.</param>
    /// <param name="unitName">The name of a unit by its id; null when the number is none.</param>
    public static IReadOnlyList<DifferenceRow> Of(string? before, string? after, Func<long, string?> unitName)
    {
        var (old, now) = (Fields(before, unitName), Fields(after, unitName));
        return [.. old.Keys.Union(now.Keys).Select(key => new DifferenceRow(AuditFields.Name(key), old.GetValueOrDefault(key, ""), now.GetValueOrDefault(key, ""), Changed(key))).OrderByDescending(r => r.Changed)];

        bool Changed(string key) => old.GetValueOrDefault(key, "") != now.GetValueOrDefault(key, "");
    }

    private static Dictionary<string, string> Fields(string? json, Func<long, string?> unitName)
    {
        if (json is null) return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => Text(g.Key, g.Last().Value, unitName))
            : new Dictionary<string, string> { [""] = Text("", document.RootElement, unitName) };
    }

    private static string Text(string field, JsonElement value, Func<long, string?> unitName) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.String => AuditFields.Value(field, value.GetString()!),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(v => Text(field, v, unitName))),
        JsonValueKind.Object => string.Join("，", value.EnumerateObject().Select(p => $"{AuditFields.Name(p.Name)}：{Text(p.Name, p.Value, unitName)}").Where(t => !t.EndsWith('：'))),
        _ => value.TryGetInt64(out var number) && unitName(number) is { } unit ? unit : value.GetRawText(),
    };
}
