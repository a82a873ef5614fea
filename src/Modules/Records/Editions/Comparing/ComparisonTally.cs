using Qingdan.Records.Contracts.Editions;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>Counts the changes that pass by.</summary>
internal sealed class ComparisonTally(IEnumerable<IEditionList> lists)
{
    private readonly Dictionary<string, long[]> _lists = lists.ToDictionary(l => l.Name, _ => new long[3]), _units = [];

    /// <summary>Counts one.</summary>
    public void Add(ListedChange change)
    {
        _lists[change.List.Name][(int)change.Change.Kind]++;
        if (!_units.TryGetValue(change.Change.Unit, out var unit)) _units[change.Change.Unit] = unit = new long[3];
        unit[(int)change.Change.Kind]++;
    }

    /// <summary>What was counted; units in this order.</summary>
    public ComparisonCounts Close(UnitOrder order) => new(
        [.. lists.OrderBy(l => l.Place).Select(l => new ListDifference(l.Name, l.Title, _lists[l.Name][0], _lists[l.Name][1], _lists[l.Name][2]))],
        [.. _units.OrderBy(u => u.Key, order).Select(u => new UnitDifference(u.Key, u.Value[0], u.Value[1], u.Value[2]))], _lists.Values.Sum(l => l.Sum()));
}
