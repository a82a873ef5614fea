namespace Qingdan.Records.Contracts.Shelves;

/// <summary>A tab or a choice of a filter with the number of rows behind it.</summary>
/// <param name="Value">As it stands in the address.</param>
/// <param name="Text">A Chinese key of its translation, or a name.</param>
/// <param name="Count">Rows that fit the other filters.</param>
public sealed record Facet(string Value, string Text, long Count)
{
    /// <summary>The choices that counted rows divide into, the frequent ones first.</summary>
    public static List<Facet> Of<T>(IEnumerable<T> counted, Func<T, string> value, Func<T, string> text, Func<T, long> count) =>
        [.. counted.GroupBy(value).Select(g => new Facet(g.Key, text(g.First()), g.Sum(count))).OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal)];
}
