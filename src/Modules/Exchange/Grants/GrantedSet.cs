using System.Globalization;

namespace Qingdan.Exchange.Grants;

/// <summary>How an item leaves.</summary>
internal enum Disclosure
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>脱敏.</summary>
    Mask,

    /// <summary>核验: yes, no, no record.</summary>
    Verify,
}

/// <summary>An item with its treatment.</summary>
internal readonly record struct GrantedEntry(long ItemId, Disclosure Disclosure);

/// <summary>The items of a grant, stored as <c>12P,13M,20V</c>, by id. Many grants have the same set; it is always read as a whole.</summary>
internal sealed class GrantedSet(GrantedEntry[] items) : IEquatable<GrantedSet>
{
    private const string Letters = "PMV";

    private string? _numbers;

    /// <summary>The items.</summary>
    public GrantedEntry[] Items => items;

    /// <summary>Their numbers alone, joined by commas, as the log has them.</summary>
    public string Numbers => _numbers ??= string.Join(',', items.Select(i => i.ItemId));

    /// <summary>The stored text.</summary>
    public static string Text(IEnumerable<GrantedEntry> entries) =>
        string.Join(',', entries.DistinctBy(e => e.ItemId).OrderBy(e => e.ItemId).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.ItemId}{Letters[(int)e.Disclosure]}")));

    /// <summary>The items of a text.</summary>
    public static GrantedEntry[] Parse(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => new GrantedEntry(long.Parse(part.AsSpan(0, part.Length - 1), CultureInfo.InvariantCulture), (Disclosure)Letters.IndexOf(part[^1], StringComparison.Ordinal)))];

    /// <summary>True when both name the same items with the same treatment.</summary>
    public bool Equals(GrantedSet? other) => other is not null && items.AsSpan().SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrantedSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }
}
