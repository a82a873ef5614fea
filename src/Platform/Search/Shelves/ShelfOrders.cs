namespace Qingdan.Platform.Search.Shelves;

/// <summary>The ids of all rows by name and by group; each order is made when first asked for.</summary>
public sealed class ShelfOrders
{
    private readonly ShelfRow[] _rows;
    private readonly Lock _making = new();
    private long[]? _byName;
    private (object Groups, long[] Ids)? _byGroup;

    internal ShelfOrders(ShelfRow[] rows) => _rows = rows;

    /// <summary>The ids in an order: <c>name</c> or <c>unit</c>, a minus before it does not matter; null for another, which the codes keep themselves.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="groups">Another object when groups have other names.</param>
    /// <param name="name">The name of a group.</param>
    public long[]? By(string sort, object groups, Func<long, string> name)
    {
        lock (_making)
            return sort.TrimStart('-') switch
            {
                "name" => _byName ??= Ids(Names),
                "unit" when _byGroup is { } known && known.Groups == groups => known.Ids,
                "unit" => (_byGroup = (groups, Ids((a, b) => Groups(a, b, name)))).Value.Ids,
                _ => null,
            };
    }

    /// <summary>What rows are worth by their names; those that are worth nothing are left out.</summary>
    /// <param name="ids">Of these rows.</param>
    /// <param name="worth">The worth of a name, from 0.</param>
    public IReadOnlyDictionary<long, int> Worth(IReadOnlySet<long> ids, Func<string, int> worth)
    {
        var worths = new Dictionary<long, int>();
        foreach (var row in _rows)
            if (ids.Contains(row.Id) && worth(row.Name) is > 0 and var value) worths[row.Id] = value;
        return worths;
    }

    private long[] Ids(Comparison<ShelfRow> compare)
    {
        var sorted = _rows.ToArray();
        Array.Sort(sorted, compare);
        return Array.ConvertAll(sorted, row => row.Id);
    }

    private static int Names(ShelfRow a, ShelfRow b) => string.CompareOrdinal(a.Name, b.Name) is var order and not 0 ? order : a.Id.CompareTo(b.Id);

    private static int Groups(ShelfRow a, ShelfRow b, Func<long, string> name) =>
        a.Group != b.Group && string.CompareOrdinal(name(a.Group), name(b.Group)) is var order and not 0 ? order : Names(a, b);
}
