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

/// <summary>A field that says something else; <paramref name="Key"/> is the member of the entry.</summary>
internal sealed record FieldChange(string Key, string Before, string After);

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

    private static IEnumerable<FieldChange> Differences(JsonObject before, JsonObject after)
    {
        foreach (var key in before.Select(p => p.Key).Union(after.Select(p => p.Key)).Order(StringComparer.Ordinal))
            if (!JsonNode.DeepEquals(before[key], after[key])) yield return new FieldChange(key, EntryText.Of(before[key]), EntryText.Of(after[key]));
    }
}
