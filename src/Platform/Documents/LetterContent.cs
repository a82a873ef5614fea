namespace Qingdan.Platform.Documents;

/// <summary>What stands in a file of a letter.</summary>
/// <param name="Facts">Name of a fact → its text.</param>
/// <param name="Text">All that can be read in it, a paragraph a line: body, heads and feet of pages, notes, comments.</param>
public sealed record LetterContent(IReadOnlyDictionary<string, string> Facts, string Text);
