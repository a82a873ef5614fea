using Qingdan.Organizations.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The rows by name and by unit; each order is made when first asked for.</summary>
internal sealed class ShelfOrders(ShelfRow[] rows)
{
    private readonly Lock _making = new();
    private long[]? _byName;
    private (UnitTree Units, long[] Ids)? _byUnit;

    /// <summary>The ids in an order: <c>name</c> or <c>unit</c>; null for one that the codes keep themselves.</summary>
    public long[]? By(string sort, UnitTree units)
    {
        lock (_making)
        {
            if (sort == "name") return _byName ??= Ids(Names);
            if (sort != "unit") return null;
            if (_byUnit is not { } known || known.Units != units) _byUnit = known = (units, Ids((a, b) => Units(a, b, units)));
            return known.Ids;
        }
    }

    private long[] Ids(Comparison<ShelfRow> compare)
    {
        var sorted = rows.ToArray();
        Array.Sort(sorted, compare);
        return Array.ConvertAll(sorted, row => row.Id);
    }

    private static int Names(ShelfRow a, ShelfRow b) => string.CompareOrdinal(a.Name, b.Name) is var order and not 0 ? order : a.Id.CompareTo(b.Id);

    private static int Units(ShelfRow a, ShelfRow b, UnitTree units) =>
        a.Provider != b.Provider && string.CompareOrdinal(units.ShortName(a.Provider), units.ShortName(b.Provider)) is var order and not 0 ? order : Names(a, b);
}
