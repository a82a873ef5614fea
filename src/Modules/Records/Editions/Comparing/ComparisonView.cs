using Qingdan.Platform.Web;
using Qingdan.Records.Editions.Viewing;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>One side of a comparison; <paramref name="Id"/> and <paramref name="Number"/> are 0 for what is in force today.</summary>
public sealed record ComparedSide(long Id, int Number, string Title, string Document, DateOnly? IssuedOn);

/// <summary>How many of a list were added, removed and altered.</summary>
public sealed record ListDifference(string Name, string Title, long Added, long Removed, long Altered);

/// <summary>How many of a unit were added, removed and altered, in all lists.</summary>
public sealed record UnitDifference(string Unit, long Added, long Removed, long Altered);

/// <summary>A field that says something else; <paramref name="Title"/> is its head in Chinese; <paramref name="Partial"/>: of a list only what went and what came.</summary>
public sealed record FieldChangeView(string Key, string Title, string Before, string After, bool Partial);

/// <summary>An entry that differs; <paramref name="Kind"/> is <c>Added</c>, <c>Removed</c> or <c>Altered</c>, <paramref name="Said"/> the same in words; <paramref name="List"/> the name of its list, <paramref name="ListTitle"/> its title.</summary>
public sealed record EntryChangeView(string List, string ListTitle, string Kind, string Said, Tone Tone, string Key, string Unit, string Name, IReadOnlyList<FieldChangeView> Fields);

/// <summary>The counts of a comparison: of all that differs, whatever is asked for.</summary>
public sealed record ComparisonCounts(IReadOnlyList<ListDifference> Lists, IReadOnlyList<UnitDifference> Units, long Total);

/// <summary>A page of a comparison, grouped by unit. Of <paramref name="Fitting"/> changes that are asked for the first <paramref name="Kept"/> can be turned through; all are in the workbook.</summary>
public sealed record ComparisonView(ComparedSide Before, ComparedSide After, ComparisonCounts Counts, IReadOnlyList<EntryChangeView> Changes, int Page, long Kept, long Fitting);

/// <summary>What the page shows around it: the editions that can be chosen, what is chosen, and the comparison, if there is one.</summary>
public sealed record ComparePageView(IReadOnlyList<EditionRow> Editions, string Before, string After, string List, string Kind, string Unit, ComparisonView? Comparison);
