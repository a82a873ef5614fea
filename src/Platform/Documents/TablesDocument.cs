namespace Qingdan.Platform.Documents;

/// <summary>A document of a cover and tables, in Chinese whatever the language of the pages.</summary>
/// <param name="Title">标题.</param>
/// <param name="Facts">What the cover says below it: head → text.</param>
/// <param name="Tables">The tables, each on pages of its own.</param>
public sealed record TablesDocument(string Title, IReadOnlyList<(string Head, string Text)> Facts, IReadOnlyList<DocumentTable> Tables);

/// <summary>A table of a document.</summary>
/// <param name="Title">Above it.</param>
/// <param name="Note">A line below the title; empty for none.</param>
/// <param name="Heads">The columns.</param>
/// <param name="Rows">The cells.</param>
public sealed record DocumentTable(string Title, string Note, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
