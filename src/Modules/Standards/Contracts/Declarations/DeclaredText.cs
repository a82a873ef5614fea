namespace Qingdan.Standards.Contracts.Declarations;

/// <summary>An element outside the typed ones with what was written.</summary>
/// <param name="Key">Key in the record.</param>
/// <param name="Name">Chinese name; the key where nothing declares it.</param>
/// <param name="Text">What was written.</param>
/// <param name="Element">Its declaration; null for one that is no longer declared.</param>
public sealed record DeclaredText(string Key, string Name, string Text, Element? Element);
