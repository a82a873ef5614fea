namespace Qingdan.Records.Editions.Comparing;

/// <summary>How many of a list were added, removed and altered.</summary>
internal sealed record ListDifference(string Name, string Title, int Added, int Removed, int Altered);

/// <summary>A field that says something else; <paramref name="Title"/> is its head in Chinese.</summary>
internal sealed record FieldChangeView(string Title, string Before, string After);

/// <summary>An entry that differs; <paramref name="Kind"/> in words.</summary>
internal sealed record EntryChangeView(string List, string Kind, string Key, string Unit, string Name, IReadOnlyList<FieldChangeView> Fields);

/// <summary>The comparison as a page has it: all counts, and the changes up to a number, grouped by unit. <paramref name="After"/> is empty for today.</summary>
internal sealed record ComparisonView(long BeforeId, string Before, long AfterId, string After, IReadOnlyList<ListDifference> Lists, IReadOnlyList<EntryChangeView> Changes, int Total);
