using System.Text.Json.Nodes;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>How two editions differ in an entry.</summary>
internal enum ChangeKind
{
    /// <summary>新增.</summary>
    Added,

    /// <summary>移出.</summary>
    Removed,

    /// <summary>变更.</summary>
    Altered,
}

/// <summary>A field that says something else; <paramref name="Key"/> is the member of the entry, <c>elements.x</c> for a declared one. <paramref name="Partial"/>: of a list only what went and what came.</summary>
internal sealed record FieldChange(string Key, string Before, string After, bool Partial = false);

/// <summary>An entry that differs.</summary>
/// <param name="Kind">How.</param>
/// <param name="Key">Its number.</param>
/// <param name="Unit">Whose it is, as the later one says.</param>
/// <param name="Name">What it is called, as the later one says.</param>
/// <param name="Fields">What differs; empty unless it was altered.</param>
internal sealed record EntryChange(ChangeKind Kind, string Key, string Unit, string Name, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>From the two contents; one of them is null when the entry is in one edition only.</summary>
    public static EntryChange Of(JsonObject? before, JsonObject? after)
    {
        var (now, kind) = (after ?? before!, before is null ? ChangeKind.Added : after is null ? ChangeKind.Removed : ChangeKind.Altered);
        return new EntryChange(kind, $"{now["key"]}", $"{now["unit"]}", $"{now["name"]}", kind == ChangeKind.Altered ? [.. Differences(before!, after!)] : []);
    }

    private static IEnumerable<FieldChange> Differences(JsonObject before, JsonObject after, string path = "")
    {
        foreach (var key in before.Select(p => p.Key).Union(after.Select(p => p.Key)).Order(StringComparer.Ordinal))
        {
            var (was, now) = (before[key], after[key]);
            if (JsonNode.DeepEquals(was, now)) continue;
            if ((was ?? now) is JsonObject)
                foreach (var inner in Differences(was as JsonObject ?? [], now as JsonObject ?? [], $"{path}{key}.")) yield return inner;
            else if (was is JsonArray had && now is JsonArray has && Beyond(had, has) is var gone && Beyond(has, had) is var come && (gone.Count > 0 || come.Count > 0))
                yield return new FieldChange(path + key, EntryText.Of(gone), EntryText.Of(come), Partial: true);
            else yield return new FieldChange(path + key, EntryText.Of(was), EntryText.Of(now));
        }
    }

    // Of a long list only what went and what came is told.
    private static JsonArray Beyond(JsonArray one, JsonArray other)
    {
        var known = other.Select(n => n?.ToJsonString()).ToHashSet();
        return new JsonArray([.. one.Where(n => !known.Contains(n?.ToJsonString())).Select(n => n?.DeepClone())]);
    }
}
