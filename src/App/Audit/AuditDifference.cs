using System.Text.Json;
using Qingdan.Platform.Audit;

namespace Qingdan.App.Audit;

/// <summary>Before and after of an event as a table: one row for each field, what changed first.</summary>
/// <param name="fields">What fields and values are called.</param>
/// <param name="unitName">The name of a unit by its id; null when the number is none.</param>
internal sealed class AuditDifference(AuditFields fields, Func<long, string?> unitName)
{
    /// <summary>The rows of one event; what is empty before and after says nothing.</summary>
    public IReadOnlyList<DifferenceRow> Of(AuditEvent e)
    {
        var (old, now) = (Read(e.SubjectKind, e.Before), Read(e.SubjectKind, e.After));
        return [.. old.Keys.Union(now.Keys).Select(key => new DifferenceRow(fields.Name(e.SubjectKind, key), old.GetValueOrDefault(key, ""), now.GetValueOrDefault(key, ""), Changed(key))).Where(r => r.Before.Length + r.After.Length > 0).OrderByDescending(r => r.Changed)];

        bool Changed(string key) => old.GetValueOrDefault(key, "") != now.GetValueOrDefault(key, "");
    }

    private Dictionary<string, string> Read(string kind, string? json)
    {
        if (json is null) return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => Text(kind, g.Key, g.Last().Value))
            : new Dictionary<string, string> { [""] = Text(kind, "", document.RootElement) };
    }

    private string Text(string kind, string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.String => fields.Value(kind, field, value.GetString()!),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(v => Text(kind, field, v))),
        JsonValueKind.Object => string.Join("，", value.EnumerateObject().Select(p => $"{fields.Name(kind, p.Name)}：{Text(kind, p.Name, p.Value)}").Where(t => !t.EndsWith('：'))),
        _ => value.TryGetInt64(out var number) && unitName(number) is { } unit ? unit : value.GetRawText(),
    };
}
