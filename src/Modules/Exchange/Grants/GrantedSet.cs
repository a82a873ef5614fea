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

/// <summary>The items of a grant as they are stored: <c>12P,13M,20V</c>, by id. Many grants have the same set; it is always read as a whole.</summary>
internal static class GrantedSet
{
    private const string Letters = "PMV";

    /// <summary>The stored text.</summary>
    public static string Text(IEnumerable<GrantedEntry> entries) =>
        string.Join(',', entries.DistinctBy(e => e.ItemId).OrderBy(e => e.ItemId).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.ItemId}{Letters[(int)e.Disclosure]}")));

    /// <summary>The numbers of items alone.</summary>
    public static string Numbers(IEnumerable<GrantedEntry> entries) => string.Join(',', entries.Select(e => e.ItemId));

    /// <summary>The items of a text.</summary>
    public static GrantedEntry[] Parse(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => new GrantedEntry(long.Parse(part.AsSpan(0, part.Length - 1), CultureInfo.InvariantCulture), (Disclosure)Letters.IndexOf(part[^1], StringComparison.Ordinal)))];
}
