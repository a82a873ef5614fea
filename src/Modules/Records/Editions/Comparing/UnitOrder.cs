using Qingdan.Organizations.Contracts;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>Names of units in the order of the tree; those that are no longer in it behind the others.</summary>
internal sealed class UnitOrder(UnitTree units) : IComparer<string>
{
    private readonly Dictionary<string, int> _places = units.All.Select((u, i) => (u.Name, i)).GroupBy(u => u.Name).ToDictionary(g => g.Key, g => g.Min(u => u.i));

    public int Compare(string? x, string? y) => Place(x).CompareTo(Place(y)) is not 0 and var order ? order : string.CompareOrdinal(x, y);

    private int Place(string? name) => _places.GetValueOrDefault(name ?? "", int.MaxValue);
}
