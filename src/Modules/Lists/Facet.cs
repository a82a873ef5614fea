namespace Qingdan.Lists;

/// <summary>A tab or a choice of a filter with the number of rows behind it.</summary>
/// <param name="Value">As it stands in the address.</param>
/// <param name="Text">A Chinese key of its translation, or a name.</param>
/// <param name="Count">Rows that fit the other filters.</param>
public sealed record Facet(string Value, string Text, long Count);
