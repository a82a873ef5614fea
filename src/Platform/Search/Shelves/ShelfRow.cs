namespace Qingdan.Platform.Search.Shelves;

/// <summary>What a shelf keeps of a row beside its codes.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Revision">Another one each time it is written.</param>
/// <param name="Name">To order by.</param>
/// <param name="Group">The group it belongs to; a unit's id.</param>
/// <param name="Text">What words are looked for in; empty where an index in the store is asked.</param>
public sealed record ShelfRow(long Id, long Revision, string Name, long Group, string Text = "");
