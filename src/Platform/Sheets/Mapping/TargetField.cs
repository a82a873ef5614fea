namespace Qingdan.Platform.Sheets.Mapping;

/// <summary>A field that a column can be mapped to.</summary>
/// <param name="Key">Its stable name in programs.</param>
/// <param name="Names">What people call it: the first is its own name, the others synonyms, simplified, traditional and English.</param>
/// <param name="Required">True when an import cannot do without it.</param>
/// <param name="Shape">True for a value that looks like one of this field; null where values tell nothing.</param>
public sealed record TargetField(string Key, IReadOnlyList<string> Names, bool Required = false, Func<string, bool>? Shape = null);
