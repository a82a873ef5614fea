using Qingdan.Catalog.Contracts;

namespace Qingdan.Catalog.Items.Prose;

/// <summary>A resource without 数据项 whose summary names some.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Code">Its code, if it has one.</param>
/// <param name="Name">Its name, as its unit has it now.</param>
/// <param name="Provider">Short name of its unit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Edit">The number of what was read: names are taken over only into that.</param>
/// <param name="Summary">The text.</param>
/// <param name="Items">What it names, with places in the text.</param>
public sealed record ProposedResource(long Id, string? Code, string Name, string Provider, ResourceState State, int Edit, string Summary, IReadOnlyList<NamedItem> Items);

/// <summary>Some of them, the oldest first.</summary>
/// <param name="Items">The page.</param>
/// <param name="Next">Give it as <c>after</c> to go on; null at the end. A page may be short though others follow.</param>
public sealed record ProposedList(IReadOnlyList<ProposedResource> Items, long? Next);

/// <summary>How many resources of a unit have no 数据项 though they have a summary.</summary>
public sealed record BareOfUnit(long UnitId, string Unit, int Count);
