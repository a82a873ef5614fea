using Qingdan.Organizations.Contracts;

namespace Qingdan.Catalog.Search;

/// <summary>The ids of all resources by name and by unit; each order is made when first asked for.</summary>
internal sealed class CatalogOrder(NamedRow[] rows)
{
    private readonly Lock _making = new();
    private long[]? _byName;
    private (UnitTree Units, long[] Ids)? _byUnit;

    /// <summary>By the characters of the name.</summary>
    public long[] ByName()
    {
        lock (_making) return _byName ??= Ids((a, b) => Names(a, b));
    }

    /// <summary>By the short name of the unit, then by name.</summary>
    public long[] ByUnit(UnitTree units)
    {
        lock (_making)
        {
            if (_byUnit is not { } known || known.Units != units) _byUnit = known = (units, Ids((a, b) => Units(a, b, units)));
            return known.Ids;
        }
    }

    private long[] Ids(Comparison<NamedRow> compare)
    {
        var sorted = rows.ToArray();
        Array.Sort(sorted, compare);
        return Array.ConvertAll(sorted, row => row.Id);
    }

    private static int Names(NamedRow a, NamedRow b) => string.CompareOrdinal(a.Name, b.Name) is var order and not 0 ? order : a.Id.CompareTo(b.Id);

    private static int Units(NamedRow a, NamedRow b, UnitTree units) =>
        a.Provider != b.Provider && string.CompareOrdinal(units.ShortName(a.Provider), units.ShortName(b.Provider)) is var order and not 0 ? order : Names(a, b);
}
