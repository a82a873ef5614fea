using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qingdan.Records.Editions;

/// <summary>How an entry reads in a table: a list as its names, one behind the other.</summary>
internal static class EntryText
{
    /// <summary>The cells of an entry, in the order of these columns.</summary>
    public static IReadOnlyList<string> Cells(JsonObject entry, IReadOnlyList<(string Key, string Title)> columns) => [.. columns.Select(c => Of(entry[c.Key]))];

    /// <summary>The text of a value; empty for none.</summary>
    public static string Of(JsonNode? value) => value switch
    {
        null => "",
        JsonArray many => string.Join('、', many.Select(Of)),
        JsonObject one => Item(one),
        _ when value.GetValueKind() == JsonValueKind.True => "是",
        _ when value.GetValueKind() == JsonValueKind.False => "否",
        _ => value.ToString(),
    };

    // An item with what is said of it beside its name.
    private static string Item(JsonObject item)
    {
        var more = item.Where(p => p.Key != "name").Select(p => Of(p.Value)).Where(t => t.Length > 0);
        return string.Join('，', more) is { Length: > 0 } said ? $"{item["name"]}（{said}）" : $"{item["name"]}";
    }
}
