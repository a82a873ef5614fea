namespace Qingdan.Platform.Search.Shelves;

/// <summary>The ids of all rows by name and by group; each order is made when first asked for.</summary>
public sealed class ShelfOrders
{
    private readonly ShelfRows _rows;
    private readonly Lock _making = new();
    private readonly ShelfOrder _byName;
    private (object Groups, ShelfOrder Order)? _byGroup;
    private long[]? _idsByName, _idsByGroup;

    internal ShelfOrders(ShelfRows rows, ShelfOrders? before = null)
    {
        _rows = rows;
        _byName = before?._byName is { } known && known.Of(rows.Old) ? known : new ShelfOrder(rows.Old, Comparer<ShelfRow>.Create(Names));
        _byGroup = before?.GroupsOf(rows.Old);
    }

    /// <summary>The ids in an order: <c>name</c> or <c>unit</c>, a minus before it does not matter; null for another, which the codes keep themselves.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="groups">Another object when groups have other names.</param>
    /// <param name="name">The name of a group.</param>
    public long[]? By(string sort, object groups, Func<long, string> name)
    {
        lock (_making)
            return sort.TrimStart('-') switch
            {
                "name" => _idsByName ??= _byName.Ids(_rows),
                "unit" => ByGroup(groups, name),
                _ => null,
            };
    }

    /// <summary>What rows are worth by their names; those that are worth nothing are left out.</summary>
    /// <param name="ids">Of these rows.</param>
    /// <param name="worth">The worth of a name, from 0.</param>
    public IReadOnlyDictionary<long, int> Worth(IReadOnlySet<long> ids, Func<string, int> worth)
    {
        var worths = new Dictionary<long, int>();
        foreach (var id in ids)
            if (_rows.Find(id) is { } row && worth(row.Name) is > 0 and var value) worths[id] = value;
        return worths;
    }

    private long[] ByGroup(object groups, Func<long, string> name)
    {
        if (_byGroup is not { } known || known.Groups != groups)
        {
            _byGroup = (groups, new ShelfOrder(_rows.Old, Comparer<ShelfRow>.Create((a, b) => Groups(a, b, name))));
            _idsByGroup = null;
        }
        return _idsByGroup ??= _byGroup.Value.Order.Ids(_rows);
    }

    private (object, ShelfOrder)? GroupsOf(ShelfRow[] old)
    {
        lock (_making) return _byGroup is { } known && known.Order.Of(old) ? known : null;
    }

    private static int Names(ShelfRow a, ShelfRow b) => string.CompareOrdinal(a.Name, b.Name) is var order and not 0 ? order : a.Id.CompareTo(b.Id);

    private static int Groups(ShelfRow a, ShelfRow b, Func<long, string> name) =>
        a.Group != b.Group && string.CompareOrdinal(name(a.Group), name(b.Group)) is var order and not 0 ? order : Names(a, b);
}
