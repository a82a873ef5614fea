namespace Qingdan.Lists.Exports;

/// <summary>A list on paper, translated. <paramref name="Path"/> is the list's page.</summary>
public sealed record PrintSheetView(string Path, string Title, string Subline, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows, long Total);
