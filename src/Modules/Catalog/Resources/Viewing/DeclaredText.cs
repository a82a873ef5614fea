using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Catalog.Resources.Viewing;

/// <summary>An element outside the typed ones with what the unit wrote.</summary>
/// <param name="Key">Key in the record.</param>
/// <param name="Name">Chinese name; the key where nothing declares it.</param>
/// <param name="Text">What the unit wrote.</param>
/// <param name="Element">Its declaration; null for one that is no longer declared.</param>
public sealed record DeclaredText(string Key, string Name, string Text, Element? Element);
