using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Responsibilities;

namespace Qingdan.Lists.Negatives;

/// <summary>
/// What one entry of the 负面清单 forbids. Catalogue rows are known by their ids; as soon as one side stands outside the catalogue, by provider and name. Pure.
/// </summary>
/// <param name="Provider">The unit.</param>
/// <param name="Resource">The catalogue resource; 0 outside the catalogue.</param>
/// <param name="Name">What the data are called.</param>
/// <param name="Items">The forbidden items; none means the whole.</param>
internal sealed record Ban(long Provider, long Resource, string Name, IReadOnlyList<(long Id, string Name)> Items)
{
    private readonly string _key = NameKey.Of(Name);
    private readonly HashSet<long> _ids = [.. Items.Select(i => i.Id)];
    private readonly HashSet<string> _names = [.. Items.Select(i => NameKey.Of(i.Name))];

    /// <summary>True when a row of the 责任清单 is about the same data.</summary>
    public bool Meets(long provider, long resource, string name) =>
        Resource != 0 && resource != 0 ? Resource == resource : Provider == provider && _key == NameKey.Of(name);

    /// <summary>What of a row about the same data may stay: the row itself when nothing is forbidden, null when nothing is left. A row without items is its whole.</summary>
    public EntryContent? Without(EntryContent row)
    {
        if (Items.Count == 0 || row.Items.Count == 0) return null;
        var left = row.Items.Where(i => !Forbids(i)).ToList();
        return left.Count == row.Items.Count ? row : left.Count == 0 ? null : row with { Items = left };
    }

    private bool Forbids(EntryContentItem item) => Resource != 0 && item.Id != 0 ? _ids.Contains(item.Id) : _names.Contains(NameKey.Of(item.Name));
}
